package tsunagu.areas.file;

import java.nio.file.Path;

/** A municipality file cannot be used; the message is a whole sentence that names the file and what to mend. */
public final class BrokenMunicipalityFile extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public BrokenMunicipalityFile(Path file, String what) {
        super("config/municipalities/" + file.getFileName() + ": " + what);
    }
}
