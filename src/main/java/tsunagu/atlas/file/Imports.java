package tsunagu.atlas.file;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.convert.format.ReadableBytes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.atlas.change.ChangeSet;
import tsunagu.atlas.change.Contents;
import tsunagu.tables.UnreadableFile;

/** Reads a file into what a set of changes would hold; keeps nothing. Rows of other municipalities are passed over. */
@Singleton
public class Imports {
    private final Municipalities municipalities;
    private final long largest;

    Imports(Municipalities municipalities, @Value("${atlas.largest-file:300MB}") @ReadableBytes long largest) {
        this.municipalities = municipalities;
        this.largest = largest;
    }

    /** Opens a file from its beginning. */
    @FunctionalInterface
    public interface Opening {
        java.io.InputStream open() throws IOException;
    }

    /**
     * What a file says of a municipality.
     *
     * @param decides whether a map is to tell areas
     * @throws UnreadableFile with a sentence, where it is no such file, or too large
     */
    public Contents read(ChangeSet.Kind kind, Opening file, Municipality municipality, boolean decides) {
        String code = municipalities.findCode(municipality.id()).orElse("");
        if (code.length() < 5) {
            throw new UnreadableFile("config/municipalities/" + municipality.id() + ".yml に code（6桁）を書いてください。");
        }
        var incoming = new Incoming(file, largest);
        var faults = new Faults();
        Contents contents = switch (kind) {
            case TOWNS -> Contents.ofTowns(new RegistryReader(code, faults).read(incoming), faults.list());
            case POSTCODES -> Contents.ofPosts(new PostcodeReader(code, faults).read(incoming), faults.list());
            case ELEMENTARY_DISTRICTS, JUNIOR_HIGH_DISTRICTS, BORDERS ->
                Contents.ofDistricts(
                        new MapReader(new MapNames(municipality, kind), code, faults).read(incoming),
                        decides,
                        faults.list());
            case AREAS -> throw new IllegalArgumentException("areas are changed by hand");
        };
        if (contents.size() == 0 && contents.bad().isEmpty()) {
            throw new UnreadableFile(municipality.name() + "（コード " + code + "）の行や形が、このファイルにありません。");
        }
        return contents;
    }

    /** Those a file can bring. */
    public static List<ChangeSet.Kind> listKinds() {
        return List.of(
                ChangeSet.Kind.TOWNS,
                ChangeSet.Kind.POSTCODES,
                ChangeSet.Kind.ELEMENTARY_DISTRICTS,
                ChangeSet.Kind.JUNIOR_HIGH_DISTRICTS,
                ChangeSet.Kind.BORDERS);
    }
}
