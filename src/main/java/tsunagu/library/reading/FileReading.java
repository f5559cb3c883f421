package tsunagu.library.reading;

import tsunagu.library.pdf.PdfReader;
import tsunagu.library.print.Copy;
import tsunagu.library.print.Limits;
import tsunagu.library.print.Unreadable;

/**
 * A file as it was read.
 *
 * @param kind what it is, whatever its name says
 */
public record FileReading(FileKind kind, Copy copy) {

    /**
     * Reads a file in this process: for files of one's own.
     *
     * @param name as it was sent; never used as a path
     * @throws Unreadable with a sentence, where there is no text to be had
     */
    public static FileReading read(byte[] file, String name, Limits limits) {
        FileKind kind = FileKind.of(file, name);
        return new FileReading(
                kind,
                switch (kind) {
                    case PDF -> PdfReader.read(file, limits);
                    case HTML -> HtmlReader.read(file, limits);
                    case MARKDOWN -> TextReader.read(file, true, limits);
                    case TEXT -> TextReader.read(file, false, limits);
                });
    }
}
