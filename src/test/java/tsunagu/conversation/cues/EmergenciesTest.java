package tsunagu.conversation.cues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.text.BrokenLanguageFile;

class EmergenciesTest {
    private static Emergencies read(String yaml) {
        try {
            return new Emergencies(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final Emergencies shipped;

    EmergenciesTest() throws IOException {
        shipped = new Emergencies(new YAMLMapper()
                .readTree(Path.of("config/language/emergencies.yml").toFile()));
    }

    @ParameterizedTest
    @CsvSource({
        "台所から ひがでて けむり すごい, FIRE",
        "ばあちゃん いきしてない, AMBULANCE",
        "母のろれつがまわらない, AMBULANCE",
        "帰ったら窓ガラスが割られてる, CRIME",
        "He has a knife, CRIME",
        "妈妈叫不醒, AMBULANCE"
    })
    void what_is_seen_is_heard(String message, Cue kind) {
        assertThat(shipped.find(message)).extracting(CueReading.Hit::cue).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"燃えるごみの日は", "柳沢に住んどるんやけど", "炎上しないSNSの使い方", "胸が痛む話だ", "駅までの道は"})
    void everyday_words_are_no_cry_for_help(String message) {
        assertThat(shipped.find(message))
                .extracting(CueReading.Hit::cue)
                .doesNotContain(Cue.FIRE, Cue.AMBULANCE, Cue.CRIME);
    }

    @Test
    void names_of_the_list_stand_in_patterns() {
        Emergencies few = read("words: {who: 母|父}\nambulance: ['(?:{who})が倒']\n");
        assertThat(few.find("父が倒れた")).containsExactly(new CueReading.Hit(Cue.AMBULANCE, "父が倒", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flood: ['水']", "fire: ['(']", "greeting: ['やあ']"})
    void a_broken_file_ends_the_start(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(BrokenLanguageFile.class)
                .hasMessageContaining("emergencies.yml");
    }
}
