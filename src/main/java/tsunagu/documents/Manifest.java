package tsunagu.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What {@code manifest.yml} says, checked: every entry is complete, and a key nobody knows is refused. */
record Manifest(Map<String, Entry> documents) {

    static final String FILE_NAME = "manifest.yml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** One document; texts as the file has them. */
    record Entry(
            String title,
            String publisher,
            String municipality,
            String published,
            String ageFrom,
            String status,
            String file,
            String originalName,
            @JsonProperty("sha-256") String sha256,
            List<Withheld> withheld) {

        Entry {
            withheld = withheld == null ? List.of() : List.copyOf(withheld);
        }
    }

    /** Words of a document that must not be quoted or used to answer. */
    record Withheld(String words, String reason) {}

    Manifest {
        documents = documents == null ? Map.of() : new LinkedHashMap<>(documents);
    }

    static Manifest read(Path seeds) {
        Path file = seeds.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new BrokenSeeds("資料の一覧 " + file + " がありません。設定 tsunagu.seeds が資料のフォルダーを指しているか確かめてください。");
        }
        try {
            Manifest manifest = YAML.readValue(Files.readString(file, StandardCharsets.UTF_8), Manifest.class);
            if (manifest == null || manifest.documents.isEmpty()) {
                throw new BrokenSeeds(file + " に資料が1つもありません。documents: の下に資料を書いてください。");
            }
            manifest.documents.forEach((id, entry) -> check(file, id, entry));
            return manifest;
        } catch (JsonProcessingException e) {
            throw new BrokenSeeds(sentence(file, e), e);
        } catch (IOException e) {
            throw new BrokenSeeds(file + " を読めません（UTF-8 の文書として保存し、読み取りを許可してください）。", e);
        }
    }

    /** The document an entry describes. */
    static SourceDocument describe(Path seeds, String id, Entry entry) {
        Path file = seeds.resolve(FILE_NAME);
        Optional<LocalDate> published = findDate(entry.published());
        if (published.isEmpty() && entry.ageFrom() == null) {
            throw new BrokenSeeds(
                    at(file, id, "age-from") + " がありません。published が日付でないときは、古さを数え始める日を 2012-10-01 の形で書いてください。");
        }
        LocalDate ageFrom = entry.ageFrom() == null
                ? published.orElseThrow()
                : findDate(entry.ageFrom())
                        .orElseThrow(() -> new BrokenSeeds(at(file, id, "age-from") + " の「" + entry.ageFrom()
                                + "」は日付として読めません。2012-10-01 の形で書いてください。"));
        return new SourceDocument(
                new DocumentId(id),
                entry.title(),
                entry.publisher(),
                entry.municipality(),
                published,
                entry.published(),
                ageFrom,
                status(file, id, entry.status()));
    }

    private static SourceDocument.Status status(Path file, String id, String status) {
        return switch (status) {
            case "final" -> SourceDocument.Status.FINAL;
            case "draft" -> SourceDocument.Status.DRAFT;
            case "outline" -> SourceDocument.Status.OUTLINE;
            default ->
                throw new BrokenSeeds(
                        at(file, id, "status") + " の「" + status + "」は使えません。final・draft・outline のどれかを書いてください。");
        };
    }

    private static Optional<LocalDate> findDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void check(Path file, String id, Entry entry) {
        if (entry == null) throw new BrokenSeeds(file + " の documents." + id + " に中身がありません。title などの項目を書いてください。");
        var required = new LinkedHashMap<String, String>();
        required.put("title", entry.title());
        required.put("publisher", entry.publisher());
        required.put("municipality", entry.municipality());
        required.put("published", entry.published());
        required.put("status", entry.status());
        required.put("file", entry.file());
        required.put("original-name", entry.originalName());
        required.put("sha-256", entry.sha256());
        for (int i = 0; i < entry.withheld().size(); i++) {
            required.put("withheld[" + i + "].words", entry.withheld().get(i).words());
            required.put("withheld[" + i + "].reason", entry.withheld().get(i).reason());
        }
        required.forEach((key, value) -> {
            if (value == null || value.isBlank()) {
                throw new BrokenSeeds(at(file, id, key) + " がありません。値を書いてください。");
            }
        });
    }

    /** 「seeds/manifest.yml の 12 行目、documents.example.status」; without a line for what is not there. */
    private static String at(Path file, String id, String key) {
        return at(file, findLine(file, List.of("documents", id, key)), "documents." + id + "." + key);
    }

    private static String at(Path file, OptionalInt line, String path) {
        return file + " の" + (line.isPresent() ? " " + line.getAsInt() + " 行目、" : " ") + path;
    }

    private static String sentence(Path file, JsonProcessingException problem) {
        boolean unreadable = problem.getCause() instanceof JsonProcessingException;
        if (unreadable || !(problem instanceof JsonMappingException mapping)) {
            JsonLocation location = problem.getLocation();
            OptionalInt line = location == null ? OptionalInt.empty() : OptionalInt.of(location.getLineNr());
            return at(file, line, "この文書") + "が YAML として読めません。字下げと記号、同じ項目が2つないかを確かめてください。";
        }
        List<String> path = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .toList();
        String where = at(file, findLine(file, path), String.join(".", path));
        if (!(mapping instanceof UnrecognizedPropertyException unknown)) {
            return where + " の値の形が違います。ほかの資料の書き方に合わせてください。";
        }
        return where + " は知らない項目です。使える項目: "
                + unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining("、"));
    }

    /** The reader of records reports the end of an entry; so the line of a key is looked for in the file. */
    private static OptionalInt findLine(Path file, List<String> path) {
        String pointer = "/" + String.join("/", path);
        try (YAMLParser parser = YAML.getFactory().createParser(file.toFile())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String here = parser.getParsingContext().pathAsPointer().toString();
                if (here.equals(pointer))
                    return OptionalInt.of(parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException e) {
            // The sentence that needed the line tells what is wrong with the file.
        }
        return OptionalInt.empty();
    }
}
