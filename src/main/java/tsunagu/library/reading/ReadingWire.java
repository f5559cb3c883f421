package tsunagu.library.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tsunagu.library.print.Copy;
import tsunagu.library.print.Copy.LeftOut;
import tsunagu.library.print.Limits;
import tsunagu.library.print.Unreadable;

/** What is said between this process and the one that reads: limits and file there, text or a sentence back. */
final class ReadingWire {
    private static final int LARGEST = 256 << 20;
    private static final int MOST_ITEMS = 200_000;

    private ReadingWire() {}

    record Asked(byte[] file, String name, Limits limits) {}

    static void ask(DataOutputStream out, Asked asked) throws IOException {
        out.writeInt(asked.limits().pages());
        out.writeInt(asked.limits().characters());
        out.writeLong(asked.limits().time().toMillis());
        write(out, asked.name());
        out.writeInt(asked.file().length);
        out.write(asked.file());
        out.flush();
    }

    static Asked readAsked(DataInputStream in) throws IOException {
        var limits = new Limits(in.readInt(), in.readInt(), Duration.ofMillis(in.readLong()));
        String name = read(in);
        return new Asked(bytes(in), name, limits);
    }

    static void answer(DataOutputStream out, FileReading reading) throws IOException {
        out.writeBoolean(true);
        write(out, reading.kind().key());
        Copy copy = reading.copy();
        write(out, copy.title());
        write(out, copy.text());
        out.writeInt(copy.pages().size());
        for (int page : copy.pages()) out.writeInt(page);
        out.writeInt(copy.leftOut().size());
        for (LeftOut left : copy.leftOut()) {
            out.writeInt(left.page());
            write(out, left.words());
            write(out, left.reason());
        }
        out.flush();
    }

    static void refuse(DataOutputStream out, String sentence) throws IOException {
        out.writeBoolean(false);
        write(out, sentence);
        out.flush();
    }

    /** @throws Unreadable with the sentence that came instead of a text */
    static FileReading readAnswer(DataInputStream in) throws IOException {
        if (!in.readBoolean()) throw new Unreadable(read(in));
        FileKind kind = FileKind.findByKey(read(in)).orElseThrow(() -> new IOException("no kind of file"));
        String title = read(in);
        String text = read(in);
        List<Integer> pages = new ArrayList<>();
        for (int i = count(in); i > 0; i--) pages.add(in.readInt());
        List<LeftOut> leftOut = new ArrayList<>();
        for (int i = count(in); i > 0; i--) leftOut.add(new LeftOut(in.readInt(), read(in), read(in)));
        return new FileReading(kind, new Copy(title, text, pages, leftOut));
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_ITEMS) throw new IOException("too many: " + count);
        return count;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST) throw new IOException("too long: " + length);
        return in.readNBytes(length);
    }
}
