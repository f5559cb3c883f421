package tsunagu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code application.yml} as the operator wrote it. {@link #check} refuses a file that is missing, is no YAML, or has
 * keys of ours, such as those below {@code tsunagu} and {@code line}, that the file shipped with the product has not.
 *
 * @param folder absolute
 */
record SettingsFile(Path folder) {
    private static final String NAME = "application.yml";

    /** A copy of {@code config/application.yml}, put there by the build: it shows every setting there is. */
    private static final String SHIPPED = "/META-INF/tsunagu/" + NAME;

    /** Of these the file shows a few; there are many more. */
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("micronaut", "endpoints", "datasources", "flyway");

    /** Below these the operator chooses the names. */
    private static final Set<String> NAMED_BY_OPERATOR = Set.of("line.channels");

    private static final Pattern YAML_LINE = Pattern.compile("line (\\d+), column \\d+");

    /** The file in {@code config/} of the working directory, or in the folder, or at the path, that is named. */
    static SettingsFile locate(Optional<String> named) {
        Path path = named.filter(name -> !name.isBlank()).map(Path::of).orElse(Path.of("config"));
        Path absolute = path.toAbsolutePath().normalize();
        if (!absolute.endsWith(NAME)) return new SettingsFile(absolute);
        return new SettingsFile(absolute.getParent());
    }

    Path path() {
        return folder.resolve(NAME);
    }

    /** How messages name it: as seen from the working directory where it lies below that. */
    String shownAs() {
        return shown(path());
    }

    static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }

    void check() {
        if (!Files.isRegularFile(path())) {
            throw new WrongSettings(
                    shownAs() + " がありません。config フォルダーのある場所で起動するか、" + "環境変数 TSUNAGU_CONFIG にそのフォルダーを書いてください。");
        }
        Set<String> known = shippedKeys();
        Set<String> ours = known.stream().map(SettingsFile::firstPart).collect(Collectors.toSet());
        keys(read()).stream()
                .filter(key -> ours.contains(firstPart(key)) && !known.contains(withoutNames(key)))
                .findFirst()
                .ifPresent(key -> {
                    throw new WrongSettings(
                            shownAs() + " の " + key + " という設定はありません。つづりを確かめてください" + neighbours(key, known) + "。");
                });
    }

    /** Our keys in the file that the product ships with; {@code *} stands for a name the operator chooses. */
    static Set<String> shippedKeys() {
        try (InputStream shipped = SettingsFile.class.getResourceAsStream(SHIPPED)) {
            return keys(yaml().readTree(shipped)).stream()
                    .filter(key -> !OF_THE_FRAMEWORK.contains(firstPart(key)))
                    .map(SettingsFile::withoutNames)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read() {
        try {
            return yaml().readTree(path().toFile());
        } catch (JsonProcessingException e) {
            throw new WrongSettings(
                    shownAs() + " の " + line(e) + " 行目が読めません。字下げ（タブは使えません）、コロンの後の空白、" + "引用符、同じ設定を二度書いていないかを確かめてください。");
        } catch (IOException e) {
            throw new WrongSettings(shownAs() + " を開けません。読み取りの権限を確かめてください。");
        }
    }

    private static int line(JsonProcessingException failure) {
        // The location of the failure is where reading began; the message ends with where it stopped.
        return YAML_LINE
                .matcher(failure.getMessage())
                .results()
                .map(line -> Integer.parseInt(line.group(1)))
                .reduce((_, last) -> last)
                .orElseGet(() -> failure.getLocation() == null
                        ? 1
                        : failure.getLocation().getLineNr());
    }

    private static ObjectMapper yaml() {
        return YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static Set<String> keys(JsonNode root) {
        var keys = new TreeSet<String>();
        collect("", root, keys);
        return keys;
    }

    private static void collect(String key, JsonNode node, Set<String> keys) {
        if (node.isObject() && !node.isEmpty()) {
            node.forEachEntry((name, value) -> collect(join(key, NameUtils.hyphenate(name)), value, keys));
        } else if (!node.isNull() && !node.isMissingNode()) {
            keys.add(key);
        }
    }

    private static String withoutNames(String key) {
        for (String parent : NAMED_BY_OPERATOR) {
            if (key.startsWith(parent + ".")) {
                return key.replaceFirst("(?<=^" + parent.replace(".", "\\.") + "\\.)[^.]+", "*");
            }
        }
        return key;
    }

    /** What may be written in the same place, so that a misspelt key is easily mended. */
    private static String neighbours(String key, Set<String> known) {
        String parent = key.contains(".") ? withoutNames(key.substring(0, key.lastIndexOf('.') + 1)) : "";
        String names = known.stream()
                .filter(other -> !parent.isEmpty() && other.startsWith(parent))
                .map(other -> firstPart(other.substring(parent.length())))
                .distinct()
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? "" : "（ここに書けるもの: " + names + "）";
    }

    private static String firstPart(String key) {
        return key.split("\\.", 2)[0];
    }

    private static String join(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }
}
