package tsunagu.areas;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.NameCollector.Named;
import tsunagu.areas.file.BrokenMunicipalityFile;
import tsunagu.areas.file.MunicipalityFile;
import tsunagu.areas.file.MunicipalityFileReader;
import tsunagu.areas.spelling.NameIndex;
import tsunagu.documents.DocumentLibrary;

/**
 * All municipalities of {@code config/municipalities}, their facts checked against the documents when they are read.
 * A file that cannot be used, or a quote that its document does not hold, ends the start with a sentence.
 */
@Singleton
public class Municipalities {
    private final List<Municipality> municipalities;
    private final NameIndex<Named> names;

    @Inject
    Municipalities(@Value("${tsunagu.config:config}") String config, DocumentLibrary library) {
        this(Path.of(config), library);
    }

    private Municipalities(Path config, DocumentLibrary library) {
        Path folder = config.resolve("municipalities");
        var index = new NameIndex.Builder<Named>();
        var read = new ArrayList<Municipality>();
        for (Path path : filesIn(folder)) {
            MunicipalityFile file = MunicipalityFileReader.read(path);
            var sources = new SourceReader(library, file.pages());
            Municipality municipality = new MunicipalityBuilder(file, sources).build();
            if (!sources.problems().isEmpty()) {
                throw new BrokenMunicipalityFile(path, String.join("\n  ", sources.problems()));
            }
            new NameCollector(file, municipality, index).collect();
            read.add(municipality);
        }
        elsewhere(folder).forEach(name -> index.add(name, new Named.Elsewhere(name)));
        municipalities = List.copyOf(read);
        names = index.build();
    }

    /** Reads them without the framework, for tests and tools. */
    public static Municipalities read(Path config, DocumentLibrary library) {
        return new Municipalities(config, library);
    }

    public List<Municipality> listMunicipalities() {
        return municipalities;
    }

    /** @throws IllegalArgumentException where there is no such municipality */
    public Municipality getMunicipality(MunicipalityId id) {
        return findMunicipality(id)
                .orElseThrow(() -> new IllegalArgumentException("config/municipalities/" + id + ".yml がありません。"));
    }

    public Optional<Municipality> findMunicipality(MunicipalityId id) {
        return municipalities.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException where there is no such area */
    public Area getArea(AreaId id) {
        return getMunicipality(id.municipality())
                .findArea(id)
                .orElseThrow(() -> new IllegalArgumentException("no area " + id));
    }

    NameIndex<Named> names() {
        return names;
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) throw new BrokenMunicipalityFile(folder, "自治体のファイル（.yml）が一つもありません。");
            return found;
        } catch (IOException e) {
            throw new BrokenMunicipalityFile(folder, "フォルダーを読めません。設定フォルダー（TSUNAGU_CONFIG）を確かめてください。");
        }
    }

    private static List<String> elsewhere(Path folder) {
        Path file = folder.resolve("elsewhere.txt");
        if (Files.notExists(file)) return List.of();
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new BrokenMunicipalityFile(file, "ファイルを読めません。UTF-8の文字で保存されているか確かめてください。");
        }
    }
}
