package tsunagu.library.entry;

import java.util.UUID;
import tsunagu.library.print.Copy;
import tsunagu.library.reading.FileKind;

/**
 * A file as it is kept, and what was read of it.
 *
 * @param name as it was sent, without a path
 * @param original under which its bytes are kept
 */
public record StoredFile(String name, FileKind kind, UUID original, Copy copy) {}
