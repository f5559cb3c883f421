package tsunagu.conversation.words;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import tsunagu.text.BrokenLanguageFile;

/** Reads a file of {@code config/language} into what it is: each key must stand in it, and no other. */
public final class LanguageFile {
    private LanguageFile() {}

    /** @throws BrokenLanguageFile where it cannot be read, a key is missing or unknown */
    public static <T> T read(String config, String name, Class<T> type) {
        try {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build()
                    .readValue(Path.of(config, "language", name).toFile(), type);
        } catch (IOException e) {
            throw new BrokenLanguageFile("config/language/" + name, e.getMessage());
        }
    }
}
