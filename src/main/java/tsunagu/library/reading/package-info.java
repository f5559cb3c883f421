/**
 * Files that staff upload into text: what kind of file it is, told by its bytes, and the reader for it. A file is not
 * to be trusted, so it is read in a process of its own, with bounded memory and time, and never written to disk.
 *
 * <p>Start with {@link tsunagu.library.reading.FileReading} and {@link tsunagu.library.reading.ReadingProcess}.
 *
 * <p>May import: tables, and its siblings {@code pdf} and {@code print}. jsoup is known here alone.
 */
package tsunagu.library.reading;
