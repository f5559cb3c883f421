package tsunagu.line.menu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The menu of {@code config/line-menu.yml}. Read at start-up, so that what cannot be shown stops the start. */
@Context
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
        if (tiles.size() != TILES) {
            throw broken("tiles は " + TILES + " つ書いてください。今は " + tiles.size() + " つです。");
        }
        if (tiles.stream().map(Tile::key).distinct().count() < TILES) {
            throw broken("同じ key のタイルがあります。key は一つずつ変えてください。");
        }
    }

    /** What the bar at the foot of the chat says. */
    String bar() {
        return bar;
    }

    /** Six, from left to right, the upper row first. */
    List<Tile> tiles() {
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
        if (!key.matches("[a-z-]{1,40}")) throw broken("key「" + key + "」は使えません。area のような英小文字にしてください。");
        String in = "タイル " + key + " の ";
        return new Tile(
                key,
                words(tile, "words", MAX_WORDS, in),
                words(tile, "more", MAX_MORE, in),
                words(tile, "says", MAX_SAYS, in),
                icon(tile.path("icon").asText(), in));
    }

    private static String words(JsonNode node, String key, int longest, String in) {
        String words = node.path(key).asText().strip();
        if (words.isEmpty()) throw broken(in + key + " がありません。");
        if (words.codePointCount(0, words.length()) > longest) {
            throw broken(in + key + "「" + words + "」は長すぎます。" + longest + " 文字までにしてください。");
        }
        return words;
    }

    private static Tile.Icon icon(String name, String in) {
        for (Tile.Icon icon : Tile.Icon.values()) {
            if (icon.name().toLowerCase(Locale.ROOT).equals(name)) return icon;
        }
        throw broken(in + "icon「" + name + "」は知られていません。次のどれかにしてください: " + icons());
    }

    private static String icons() {
        return Arrays.stream(Tile.Icon.values())
                .map(icon -> icon.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw broken("読めません。" + e.getMessage());
        }
    }

    private static ConfigurationException broken(String what) {
        return new ConfigurationException(FILE + ": " + what);
    }
}
