package tsunagu.library.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import tsunagu.library.print.Unreadable;

/** The process that reads one file from its input, writes the text to its output, and ends. */
final class ReadingProgram {
    private ReadingProgram() {}

    public static void main(String[] arguments) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // The output belongs to the answer, whatever a library has to say.
        System.setOut(new PrintStream(PrintStream.nullOutputStream()));
        var asked = ReadingWire.readAsked(new DataInputStream(new BufferedInputStream(System.in)));
        try {
            ReadingWire.answer(out, FileReading.read(asked.file(), asked.name(), asked.limits()));
        } catch (Unreadable e) {
            ReadingWire.refuse(out, e.getMessage());
        }
    }
}
