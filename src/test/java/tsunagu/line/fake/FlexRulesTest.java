package tsunagu.line.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the rules find what LINE would refuse; otherwise a test that finds nothing would prove nothing. */
class FlexRulesTest {
    private static final LineLimits LIMITS = LineLimits.read();
    private static final String TEXT = "{\"type\":\"text\",\"text\":\"北東部\"}";

    @Test
    void a_small_card_is_fine() {
        assertThat(problems(flex("北東部", bubble(TEXT)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'text','text':''} | text: empty",
                "{'type':'text'} | text: empty",
                "{'type':'text','text':'a\\nb'} | lines need wrap",
                "{'type':'text','text':'a','size':'huge'} | unknown size",
                "{'type':'text','text':'a','color':'red'} | invalid color",
                "{'type':'text','text':'a','margin':'wide'} | invalid margin",
                "{'type':'text','text':'a','weight':null} | null for weight",
                "{'type':'label','text':'a'} | unknown component",
                "{'type':'button'} | action is missing",
                "{'type':'button','action':{'type':'uri','label':'','uri':'tel:1'}} | label may not be empty",
                "{'type':'button','action':{'type':'uri','label':'電話','uri':'javascript:1'}} | invalid uri scheme",
                "{'type':'button','action':{'type':'uri','label':'地図','uri':'https://x.jp/漢'}} | percent-encoded",
                "{'type':'button','action':{'type':'camera','label':'写真'}} | not known here",
                "{'type':'image','url':'http://x.jp/a.png'} | must be https",
                "{'type':'box','layout':'diagonal','contents':[]} | unknown layout",
                "{'type':'box','layout':'baseline','contents':[{'type':'button'}]} | baseline box",
                "{'type':'box','layout':'vertical'} | contents are missing"
            })
    void what_a_card_may_not_hold_is_found(String component, String problem) {
        assertThat(problems(flex("北東部", bubble(component.replace('\'', '"')))))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void long_labels_and_addresses_are_found() {
        assertThat(problems(flex("x", bubble(button("あ".repeat(41), "tel:1"))))).contains("action label is too long");
        assertThat(problems(flex("x", bubble(button("あ".repeat(40), "tel:1"))))).isEmpty();
        assertThat(problems(flex("x", bubble(button("あ", "https://x.jp/" + "a".repeat(988))))))
                .contains("uri is too long");
    }

    @Test
    void a_notification_must_have_words_and_not_too_many() {
        assertThat(problems(flex(" ", bubble(TEXT)))).contains("altText has 1 to 1500 units");
        assertThat(problems(flex("あ".repeat(1501), bubble(TEXT)))).contains("altText has 1 to 1500 units");
        assertThat(problems(flex("あ".repeat(1500), bubble(TEXT)))).isEmpty();
    }

    @Test
    void a_card_of_more_than_30_kilobytes_is_found_though_it_has_fewer_letters() {
        assertThat(problems(flex("x", bubble(text(10_300))))).contains("bubble: larger than 30 KB");
        assertThat(problems(flex("x", bubble(text(10_000))))).isEmpty();
    }

    @Test
    void too_many_or_together_too_large_cards_are_found() {
        assertThat(problems(flex("x", carousel(12, TEXT)))).isEmpty();
        assertThat(problems(flex("x", carousel(13, TEXT)))).contains("carousel: 1 to 12 bubbles");
        assertThat(problems(flex("x", carousel(0, TEXT)))).contains("carousel: 1 to 12 bubbles");
        assertThat(problems(flex("x", carousel(2, text(9_000))))).contains("carousel: larger than 50 KB");
    }

    private static String text(int letters) {
        return "{\"type\":\"text\",\"text\":\"" + "あ".repeat(letters) + "\"}";
    }

    private static String button(String label, String uri) {
        return "{\"type\":\"button\",\"action\":{\"type\":\"uri\",\"label\":\"%s\",\"uri\":\"%s\"}}"
                .formatted(label, uri);
    }

    private static String bubble(String component) {
        return "{\"type\":\"bubble\",\"body\":{\"type\":\"box\",\"layout\":\"vertical\",\"contents\":[%s]}}"
                .formatted(component);
    }

    private static String carousel(int count, String component) {
        return "{\"type\":\"carousel\",\"contents\":[%s]}"
                .formatted(String.join(",", Collections.nCopies(count, bubble(component))));
    }

    private static String flex(String alt, String contents) {
        return "{\"type\":\"flex\",\"altText\":\"%s\",\"contents\":%s}".formatted(alt, contents);
    }

    private static List<String> problems(String message) {
        try {
            return LIMITS.problemsOfReply(
                    new ObjectMapper().readTree("{\"replyToken\":\"t\",\"messages\":[%s]}".formatted(message)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(message, e);
        }
    }
}
