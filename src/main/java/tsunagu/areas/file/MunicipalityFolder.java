package tsunagu.areas.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code config/municipalities}: a file for each municipality, its borders beside it, and names of other towns. */
public record MunicipalityFolder(Path folder) {

    /** @throws BrokenMunicipalityFile where there is none */
    public List<Path> listFiles() {
        List<Path> files = files(".yml");
        if (files.isEmpty()) throw new BrokenMunicipalityFile(folder, "自治体のファイル（.yml）が一つもありません。");
        return files;
    }

    /** Where a municipality's borders are, if it has them. */
    public Optional<Path> findBoundaries(String municipality) {
        return Optional.of(folder.resolve(municipality + ".geojson")).filter(Files::exists);
    }

    /** A shape file that nobody reads is most often one with a mistyped name. */
    public void requireOwners() {
        for (Path shapes : files(".geojson")) {
            Path owner = folder.resolve(shapes.getFileName().toString().replace(".geojson", ".yml"));
            if (Files.notExists(owner)) {
                throw new BrokenMunicipalityFile(
                        shapes, owner.getFileName() + " がありません。境界のファイルには、自治体のファイルと同じ名前を付けてください。");
            }
        }
    }

    /** Municipalities that we hold no documents of. */
    public List<String> listElsewhere() {
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

    private List<Path> files(String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BrokenMunicipalityFile(folder, "フォルダーを読めません。設定フォルダー（TSUNAGU_CONFIG）を確かめてください。");
        }
    }
}
