package tsunagu.line.menu;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The picture of the menu, as large as LINE shows it at its best. Letters are drawn dark on white, 7 to 1 and more, and
 * large enough to be read without glasses on a phone.
 */
public final class MenuPicture {
    public static final int WIDTH = 2500;
    public static final int HEIGHT = 1686;
    static final int COLUMNS = 3;
    static final int ROWS = 2;

    private static final int GAP = 26;
    private static final int ROUNDING = 84;
    private static final int ICON = 330;
    private static final int ICON_TOP = 84;
    private static final int WORDS_BASE = 596;
    private static final int MORE_BASE = 730;
    private static final float WORDS_SIZE = 128;
    private static final float MORE_SIZE = 82;
    private static final int MARGIN = 52;

    private static final Color GROUND = new Color(0xE9EFEA);
    private static final Color TILE = Color.WHITE;
    private static final Color INK = new Color(0x14201B);
    private static final Color SOFT_INK = new Color(0x3E4A44);

    /** One for each tile, all dark enough to carry white. */
    private static final List<Color> COLORS = List.of(
            new Color(0x0B6B4F),
            new Color(0xB3401F),
            new Color(0x8A3B78),
            new Color(0x1F5FA8),
            new Color(0x7A5600),
            new Color(0x4A4F9C));

    private static final List<String> FONTS = List.of(
            "Noto Sans CJK JP",
            "Noto Sans JP",
            "BIZ UDPGothic",
            "Hiragino Sans",
            "Yu Gothic",
            "Meiryo",
            "IPAexGothic",
            "IPAPGothic",
            "VL PGothic",
            "TakaoPGothic");

    private MenuPicture() {}

    /** The picture as PNG; empty where no font that is installed has all its letters. */
    public static Optional<byte[]> draw(Menu menu) {
        System.setProperty("java.awt.headless", "true");
        return font(menu).map(font -> png(paint(menu.tiles(), font)));
    }

    private static Optional<Font> font(Menu menu) {
        String letters =
                menu.tiles().stream().map(tile -> tile.words() + tile.more()).collect(Collectors.joining());
        List<String> installed =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        return Stream.concat(FONTS.stream().filter(installed::contains), installed.stream())
                .map(name -> new Font(name, Font.BOLD, 1))
                .filter(font -> font.canDisplayUpTo(letters) < 0)
                .findFirst();
    }

    private static BufferedImage paint(List<Tile> tiles, Font font) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(GROUND);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            Font words = fitting(font.deriveFont(WORDS_SIZE), tiles.stream().map(Tile::words), graphics);
            Font more = fitting(font.deriveFont(MORE_SIZE), tiles.stream().map(Tile::more), graphics);
            for (int i = 0; i < tiles.size(); i++) {
                Graphics2D one = (Graphics2D) graphics.create();
                one.translate(left(i), top(i));
                one.setColor(TILE);
                one.fill(tile(right(i) - left(i), bottom(i) - top(i)));
                paint(tiles.get(i), COLORS.get(i), one, right(i) - left(i));
                write(tiles.get(i).words(), words, INK, one, right(i) - left(i), WORDS_BASE);
                write(tiles.get(i).more(), more, SOFT_INK, one, right(i) - left(i), MORE_BASE);
                one.dispose();
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static RoundRectangle2D tile(int width, int height) {
        return new RoundRectangle2D.Double(GAP / 2.0, GAP / 2.0, width - GAP, height - GAP, ROUNDING, ROUNDING);
    }

    private static void paint(Tile tile, Color color, Graphics2D graphics, int width) {
        double middle = width / 2.0;
        graphics.setColor(color);
        graphics.fill(new Ellipse2D.Double(middle - ICON / 2.0, ICON_TOP, ICON, ICON));
        Graphics2D icon = (Graphics2D) graphics.create();
        icon.translate(middle - ICON / 2.0, ICON_TOP);
        icon.scale(ICON / 100.0, ICON / 100.0);
        icon.setColor(Color.WHITE);
        icon.setStroke(new BasicStroke(5.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        MenuIcons.paint(tile.icon(), icon, color);
        icon.dispose();
    }

    /** One size for all tiles, smaller where the longest would not fit. */
    private static Font fitting(Font font, Stream<String> words, Graphics2D graphics) {
        int room = WIDTH / COLUMNS - GAP - 2 * MARGIN;
        int longest =
                words.mapToInt(graphics.getFontMetrics(font)::stringWidth).max().orElse(0);
        return longest <= room ? font : font.deriveFont(font.getSize2D() * room / longest);
    }

    private static void write(String words, Font font, Color color, Graphics2D graphics, int width, int base) {
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(words, (width - graphics.getFontMetrics().stringWidth(words)) / 2f, base);
    }

    static int left(int tile) {
        return WIDTH * (tile % COLUMNS) / COLUMNS;
    }

    static int right(int tile) {
        return WIDTH * (tile % COLUMNS + 1) / COLUMNS;
    }

    static int top(int tile) {
        return HEIGHT * (tile / COLUMNS) / ROWS;
    }

    static int bottom(int tile) {
        return HEIGHT * (tile / COLUMNS + 1) / ROWS;
    }

    private static byte[] png(BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
