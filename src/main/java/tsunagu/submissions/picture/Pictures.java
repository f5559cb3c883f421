package tsunagu.submissions.picture;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a JPEG of what a resident sends: turned as the camera held it, small enough for a phone, and without anything
 * else that stood in the file, such as the place it was taken at. Few are made at a time, and none whose size alone
 * would fill the memory is begun.
 */
@Singleton
public class Pictures {
    /** The media type of all that are made. */
    public static final String TYPE = "image/jpeg";

    /** The largest file that is looked at. */
    public static final int LARGEST_FILE = 5 * 1024 * 1024;

    private static final int LARGEST_MADE = 800_000;
    private static final int LONGEST_SIDE = 1600;
    private static final long MOST_PIXELS = 26_000_000;
    private static final int LONGEST_READ = 20_000;
    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final String NOT_READ = "画像として読めませんでした。JPEG（写真）か PNG の画像を選んでください。";

    private final Semaphore atOnce = new Semaphore(2);

    static {
        // Else each picture is written to a file on its way.
        ImageIO.setUseCache(false);
    }

    /**
     * The picture as it may be kept.
     *
     * @throws UnfitPicture where it is none, or too large
     */
    public byte[] renew(byte[] file) throws UnfitPicture {
        if (file.length > LARGEST_FILE) throw new UnfitPicture("画像は5MBまでです。小さくしてから送ってください。");
        atOnce.acquireUninterruptibly();
        try {
            return write(turned(read(file), Orientation.read(file)));
        } catch (IOException | RuntimeException e) {
            // Decoders meet broken files with whatever exception comes first.
            throw new UnfitPicture(NOT_READ);
        } finally {
            atOnce.release();
        }
    }

    private static BufferedImage read(byte[] file) throws IOException, UnfitPicture {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) throw new UnfitPicture(NOT_READ);
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)))
                    throw new UnfitPicture(NOT_READ);
                reader.setInput(input, true, true);
                return smaller(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage smaller(ImageReader reader) throws IOException, UnfitPicture {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean tooLarge = width > LONGEST_READ || height > LONGEST_READ || (long) width * height > MOST_PIXELS;
        if (tooLarge) throw new UnfitPicture("画像の縦横が大きすぎます。スマートフォンの写真くらいの大きさにしてから送ってください。");
        ImageReadParam param = reader.getDefaultReadParam();
        int every = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }

    /** Upright, on white, no longer than a phone shows. */
    private static BufferedImage turned(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(width, height));
        int across = Math.max(1, (int) Math.round(width * scale));
        int down = Math.max(1, (int) Math.round(height * scale));
        boolean lies = orientation >= 5;
        var upright = new BufferedImage(lies ? down : across, lies ? across : down, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.transform(Orientation.turn(orientation, across, down));
        graphics.drawImage(
                image, AffineTransform.getScaleInstance((double) across / width, (double) down / height), null);
        graphics.dispose();
        return upright;
    }

    private static byte[] write(BufferedImage image) throws IOException {
        for (float quality : new float[] {0.85f, 0.7f, 0.5f, 0.3f}) {
            byte[] written = write(image, quality);
            if (written.length <= LARGEST_MADE) return written;
        }
        return write(image, 0.1f);
    }

    private static byte[] write(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
