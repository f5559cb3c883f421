package tsunagu.submissions.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures of residents: what is made of good ones, and what is said to others. */
class PicturesTest {
    private static final String PLACE = "GPS 35.7256N 139.5386E";
    private final Pictures pictures = new Pictures();

    /** Red above, blue below. */
    private static BufferedImage image(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) image.setRGB(x, y, (y < height / 2 ? Color.RED : Color.BLUE).getRGB());
        }
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** As a phone writes it: an Exif part with how it was held, and where. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4 + place.length);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(place);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static BufferedImage read(byte[] made) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(made));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var color = new Color(image.getRGB(x, y));
        return color.getRed() > 180 && color.getBlue() < 80;
    }

    @Test
    void aPhotographIsTurnedUprightAndTellsNothingOfWhereItWasTaken() throws Exception {
        byte[] photograph = withExif(file(image(400, 200), "jpg"), 6);
        assertThat(new String(photograph, StandardCharsets.ISO_8859_1)).contains(PLACE);

        byte[] made = pictures.renew(photograph);

        assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif", "139.5386");
        BufferedImage upright = read(made);
        assertThat(upright.getWidth()).isEqualTo(200);
        assertThat(upright.getHeight()).isEqualTo(400);
        assertThat(isRed(upright, 150, 200))
                .as("what was above is on the right")
                .isTrue();
        assertThat(isRed(upright, 50, 200)).isFalse();
    }

    @Test
    void everyWayOfHoldingACameraComesOutUpright() throws Exception {
        for (int orientation = 1; orientation <= 8; orientation++) {
            BufferedImage upright = read(pictures.renew(withExif(file(image(400, 200), "jpg"), orientation)));
            boolean lay = orientation >= 5;
            assertThat(upright.getWidth()).as("orientation %d", orientation).isEqualTo(lay ? 200 : 400);
            int x = lay ? (orientation == 6 || orientation == 7 ? 150 : 50) : 200;
            int y = lay ? 200 : orientation == 3 || orientation == 4 ? 150 : 50;
            assertThat(isRed(upright, x, y)).as("orientation %d", orientation).isTrue();
        }
    }

    @Test
    void aTransparentDrawingStandsOnWhite() throws Exception {
        BufferedImage made = read(pictures.renew(file(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB), "png")));
        assertThat(new Color(made.getRGB(25, 25))).isEqualTo(Color.WHITE);
    }

    @Test
    void aLargeOneComesOutSmallEnoughForAPhone() throws Exception {
        var noise = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int y = 0; y < 1800; y++) {
            for (int x = 0; x < 2400; x++) noise.setRGB(x, y, x % 7 == 0 ? random.nextInt() : y * 256);
        }
        byte[] made = pictures.renew(file(noise, "jpg"));
        assertThat(made.length).isLessThanOrEqualTo(800_000);
        assertThat(read(made).getWidth()).isEqualTo(1600);
        assertThat(read(made).getHeight()).isEqualTo(1200);
    }

    @Test
    void whatIsNoPictureIsRefusedWithASentence() throws Exception {
        byte[] jpeg = file(image(400, 200), "jpg");
        byte[] cut = Arrays.copyOf(jpeg, 60);
        byte[] pretending = "\u00ff\u00d8\u00ff<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] file : new byte[][] {
            new byte[0],
            cut,
            pretending,
            file(image(40, 20), "gif"),
            file(image(40, 20), "bmp"),
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)
        }) {
            assertThatThrownBy(() -> pictures.renew(file))
                    .isInstanceOf(UnfitPicture.class)
                    .hasMessageContaining("JPEG（写真）か PNG");
        }
        assertThatThrownBy(() -> pictures.renew(new byte[Pictures.LARGEST_FILE + 1]))
                .hasMessageContaining("5MBまで");
    }

    @Test
    void aSmallFileThatWouldFillTheMemoryIsNotBegun() {
        ByteBuffer png = ByteBuffer.allocate(33);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}).putInt(13);
        png.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(60_000).putInt(60_000);
        png.put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(png.array(), 12, 17);
        png.putInt((int) crc.getValue());
        assertThatThrownBy(() -> pictures.renew(png.array())).hasMessageContaining("縦横が大きすぎます");
    }
}
