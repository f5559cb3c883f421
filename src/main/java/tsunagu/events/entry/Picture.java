package tsunagu.events.entry;

import java.util.Optional;

/**
 * A picture of an event.
 *
 * @param type its media type, told by its bytes and never by its name
 */
@SuppressWarnings("ArrayRecordComponent")
public record Picture(String type, byte[] bytes) {
    /** What a phone loads without a wait; phones send more, so their pictures are to be made smaller first. */
    public static final int LARGEST = 800_000;

    /** Empty for what is no JPEG, PNG or WebP. */
    public static Optional<Picture> read(byte[] bytes) {
        return type(bytes).map(type -> new Picture(type, bytes));
    }

    private static Optional<String> type(byte[] bytes) {
        if (begins(bytes, 0, 0xff, 0xd8, 0xff)) return Optional.of("image/jpeg");
        if (begins(bytes, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) return Optional.of("image/png");
        boolean webp = begins(bytes, 0, 'R', 'I', 'F', 'F') && begins(bytes, 8, 'W', 'E', 'B', 'P');
        return webp ? Optional.of("image/webp") : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int at, int... wanted) {
        if (bytes.length < at + wanted.length) return false;
        for (int i = 0; i < wanted.length; i++) if ((bytes[at + i] & 0xff) != wanted[i]) return false;
        return true;
    }
}
