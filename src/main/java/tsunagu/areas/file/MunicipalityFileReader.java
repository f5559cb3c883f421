package tsunagu.areas.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a municipality file strictly: an unknown key is an error, for it is most often a mistyped one. */
public final class MunicipalityFileReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MunicipalityFileReader() {}

    /** @throws BrokenMunicipalityFile with a sentence that names file, line and key */
    public static MunicipalityFile read(Path file) {
        try {
            return YAML.readValue(Files.readString(file), MunicipalityFile.class);
        } catch (UnrecognizedPropertyException e) {
            throw new BrokenMunicipalityFile(
                    file,
                    where(e) + "のキー「" + e.getPropertyName() + "」は知られていません。書き間違いではありませんか。使えるキー: "
                            + e.getKnownPropertyIds());
        } catch (JsonMappingException e) {
            throw new BrokenMunicipalityFile(file, where(e) + "の値を読めません。" + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new BrokenMunicipalityFile(file, where(e) + "がYAMLとして読めません。" + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BrokenMunicipalityFile(file, "ファイルを読めません。UTF-8の文字で保存されているか確かめてください。");
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null ? "" : e.getLocation().getLineNr() + "行目";
    }
}
