package tsunagu.submissions.picture;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the camera was held, as the Exif part of a JPEG says: 1 upright, 3 upside down, 6 and 8 on its side, … */
final class Orientation {
    static final int UPRIGHT = 1;
    private static final int EXIF = 0xffe1;
    private static final int FIRST_MARKER = 0xffc0;
    private static final int START_OF_SCAN = 0xffda;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** {@link #UPRIGHT} wherever nothing else can be read. */
    static int read(byte[] file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(file);
            if ((bytes.getShort(0) & 0xffff) != 0xffd8) return UPRIGHT;
            int at = 2;
            while (at + 4 < file.length) {
                int marker = bytes.getShort(at) & 0xffff;
                if (marker < FIRST_MARKER || marker == START_OF_SCAN) return UPRIGHT;
                int length = bytes.getShort(at + 2) & 0xffff;
                if (marker == EXIF && bytes.getInt(at + 4) == 0x45786966) return ofExif(bytes, at + 10);
                at += 2 + Math.max(2, length);
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    private static int ofExif(ByteBuffer file, int start) {
        ByteBuffer bytes =
                file.duplicate().order(file.getShort(start) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = start + bytes.getInt(start + 4);
        int entries = bytes.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((bytes.getShort(entry) & 0xffff) != TAG) continue;
            int value = bytes.getShort(entry + 8) & 0xffff;
            return value >= 1 && value <= 8 ? value : UPRIGHT;
        }
        return UPRIGHT;
    }

    /** Turns a picture of this size upright. */
    static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
