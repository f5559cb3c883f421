package tsunagu.line.menu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The menu of {@code config/line-menu.yml}. */
@Singleton
public class Menu {
    static final int TILES = 6;

    private static final String FILE = "config/line-menu.yml";
    /** LINE's limit for the bar that opens the menu. */
    private static final int MAX_BAR = 14;
    /** More would be too small to read. */
    private static final int MAX_WORDS = 7;

    private static final int MAX_MORE = 9;
    private static final int MAX_SAYS = 100;

    private final String bar;
    private final List<Tile> tiles;

    /** @throws ConfigurationException with a sentence that names file and tile, where the menu could not be shown */
    Menu(@Value("${tsunagu.config:config}") String config) {
        JsonNode menu = read(Path.of(config, "line-menu.yml"));
        bar = words(menu, "bar", MAX_BAR, "");
        tiles = menu.path("tiles").valueStream().map(Menu::tile).toList();
        if (tiles.size() != TILES) throw broken("it has " + tiles.size() + " tiles; the picture has room for six");
        if (tiles.stream().map(Tile::key).distinct().count() < TILES) throw broken("two tiles have the same key");
    }

    /** What the bar at the foot of the chat says. */
    public String bar() {
        return bar;
    }

    /** Six, from left to right, the upper row first. */
    public List<Tile> tiles() {
        return tiles;
    }

    /** What is asked by tapping the tile that sends this; empty for anything that none of our tiles sends. */
    public Optional<String> findSaidBy(String data) {
        return tiles.stream()
                .filter(tile -> tile.data().equals(data))
                .map(Tile::says)
                .findFirst();
    }

    private static Tile tile(JsonNode tile) {
        String key = tile.path("key").asText();
        if (!key.matches("[a-z-]{1,40}")) throw broken("key \"" + key + "\": give small letters, such as area");
        String in = "tile " + key + ": ";
        return new Tile(
                key,
                words(tile, "words", MAX_WORDS, in),
                words(tile, "more", MAX_MORE, in),
                words(tile, "says", MAX_SAYS, in),
                icon(tile.path("icon").asText(), in));
    }

    private static String words(JsonNode node, String key, int longest, String in) {
        String words = node.path(key).asText().strip();
        if (words.isEmpty()) throw broken(in + key + " is missing");
        if (words.codePointCount(0, words.length()) > longest) {
            throw broken(in + key + " has more than " + longest + " characters");
        }
        return words;
    }

    private static Tile.Icon icon(String name, String in) {
        return Arrays.stream(Tile.Icon.values())
                .filter(icon -> icon.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> broken(in + "icon must be one of " + names()));
    }

    private static String names() {
        return Arrays.stream(Tile.Icon.values())
                .map(icon -> icon.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw broken("it cannot be read. " + e.getMessage());
        }
    }

    private static ConfigurationException broken(String what) {
        return new ConfigurationException(FILE + ": " + what);
    }
}
