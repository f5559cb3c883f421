package tsunagu.atlas.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
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
 * A map as PNG, for chats that show no SVG: no side is longer than LINE takes.
 *
 * @param width in pixels, as {@code height}
 */
public record MapImage(byte[] png, int width, int height) {
    private static final int LONGEST_SIDE = 1024;

    private static final Color INK = new Color(0x14201B);
    private static final float BORDER = 2;
    private static final float HALO = 5;

    private static final List<String> FONTS =
            List.of("Noto Sans CJK JP", "Noto Sans JP", "BIZ UDPGothic", "Hiragino Sans", "Yu Gothic", "IPAexGothic");

    /** Empty where no font that is installed has all its letters. */
    public static Optional<MapImage> of(MapPicture picture) {
        System.setProperty("java.awt.headless", "true");
        return font(picture).map(font -> paint(picture, font)).map(painted -> {
            return new MapImage(png(painted), painted.getWidth(), painted.getHeight());
        });
    }

    private static Optional<Font> font(MapPicture picture) {
        String letters = Stream.of(
                        picture.labels().stream().map(MapPicture.Label::text),
                        picture.legend().stream(),
                        picture.notes().stream())
                .flatMap(texts -> texts)
                .collect(Collectors.joining());
        List<String> installed =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        return Stream.concat(FONTS.stream().filter(installed::contains), installed.stream())
                .map(name -> new Font(name, Font.BOLD, 1))
                .filter(font -> font.canDisplayUpTo(letters) < 0)
                .findFirst();
    }

    private static BufferedImage paint(MapPicture picture, Font font) {
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(picture.width(), picture.height()));
        var image = new BufferedImage(
                (int) Math.ceil(picture.width() * scale),
                (int) Math.ceil(picture.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, picture.width(), picture.height());
            for (MapPicture.Region region : picture.regions()) {
                Shape shape = Labelling.path(region.rings());
                graphics.setColor(Color.decode(MapPicture.tint(region.tint())));
                graphics.fill(shape);
                graphics.setColor(INK);
                graphics.setStroke(new BasicStroke(BORDER, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                graphics.draw(shape);
            }
            picture.labels().forEach(label -> label(label, font, graphics));
            double y = picture.mapHeight() + Lines.MARGIN + Lines.SIZE;
            Font small = font.deriveFont(Font.PLAIN, Lines.SIZE);
            for (String line : Stream.concat(picture.legend().stream(), picture.notes().stream())
                    .toList()) {
                graphics.setColor(INK);
                graphics.setFont(small);
                graphics.drawString(line, Lines.MARGIN, (float) y);
                y += Lines.STEP;
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void label(MapPicture.Label label, Font font, Graphics2D graphics) {
        var layout =
                new TextLayout(label.text(), font.deriveFont((float) label.size()), graphics.getFontRenderContext());
        var bounds = layout.getBounds();
        Shape outline = layout.getOutline(
                AffineTransform.getTranslateInstance(label.x() - bounds.getCenterX(), label.y() - bounds.getCenterY()));
        graphics.setStroke(new BasicStroke(HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(Color.WHITE);
        graphics.draw(outline);
        graphics.setColor(INK);
        graphics.fill(outline);
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
