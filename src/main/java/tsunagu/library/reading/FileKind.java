package tsunagu.library.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.library.print.Unreadable;

/** What a file is, by what is in it; its name decides only between plain text and Markdown. */
public enum FileKind {
    PDF("PDF", "application/pdf", "pdf"),
    HTML("HTML", "text/html", "html"),
    MARKDOWN("Markdown", "text/markdown;charset=utf-8", "md"),
    TEXT("テキスト", "text/plain;charset=utf-8", "txt");

    /** A header may stand anywhere in the first kilobyte. */
    private static final int HEAD = 1024;

    private static final Pattern HTML_START = Pattern.compile(
            "(?is)^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b.*");
    private static final int MOST_STRANGE = 20;

    private final String label;
    private final String mediaType;
    private final String extension;

    FileKind(String label, String mediaType, String extension) {
        this.label = label;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String label() {
        return label;
    }

    /** Of the original. */
    public String mediaType() {
        return mediaType;
    }

    /** What a file of this kind is called at its end, without the dot. */
    public String extension() {
        return extension;
    }

    /** As it is stored: {@code pdf}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its key; empty for anything else. */
    public static Optional<FileKind> findByKey(String key) {
        for (FileKind kind : values()) if (kind.key().equals(key)) return Optional.of(kind);
        return Optional.empty();
    }

    /**
     * What the file is.
     *
     * @throws Unreadable with a sentence, for any other kind
     */
    static FileKind of(byte[] file, String name) {
        if (file.length == 0) throw new Unreadable("ファイルが空です。中身のあるファイルを選んでください。");
        String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) return PDF;
        if (head.startsWith("PK")) {
            throw new Unreadable("Word や Excel、ZIP のファイルは読めません。PDFとして保存してから、もう一度送ってください。");
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw new Unreadable("古い形の Word や Excel のファイルは読めません。PDFとして保存してから、もう一度送ってください。");
        }
        if (isPicture(head)) throw new Unreadable("画像のファイルは読めません。文字の入ったPDFを送ってください。");
        if (name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            throw new Unreadable("名前は .pdf ですが、中身はPDFではありません。元の文書からPDFを作り直して、もう一度送ってください。");
        }
        if (HTML_START.matcher(head).matches()) return HTML;
        if (!isText(head)) {
            throw new Unreadable("読めない種類のファイルです。PDF・テキスト・Markdown・HTML のどれかを送ってください。");
        }
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(?:md|markdown)") ? MARKDOWN : TEXT;
    }

    private static boolean isPicture(String head) {
        return head.startsWith("\u0089PNG")
                || head.startsWith("\u00FF\u00D8\u00FF")
                || head.startsWith("GIF8")
                || head.startsWith("II*\0")
                || head.startsWith("MM\0*");
    }

    /** Text has no control characters; UTF-16 has zero bytes, which are judged when its charset is. */
    private static boolean isText(String head) {
        return head.chars()
                                .filter(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0)
                                .count()
                        * MOST_STRANGE
                < head.length();
    }
}
