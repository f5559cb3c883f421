package tsunagu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.conversation.Reply;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;

class TurnTest {

    @Test
    void aPageOffersTelephoneMailAndWebLinksOnly() {
        List<Message.Link> links = Stream.of(
                        "tel:0424202821",
                        "https://www.example.jp/",
                        "HTTP://www.example.jp/",
                        "mailto:a@example.jp",
                        "javascript:alert(1)",
                        "data:text/html,x",
                        "//example.jp/x",
                        "x")
                .map(uri -> new Message.Link(uri, URI.create(uri)))
                .toList();

        assertThat(Turn.links(new Message.Card("課", List.of(), links)))
                .extracting(Message.Link::label)
                .containsExactly(
                        "tel:0424202821", "https://www.example.jp/", "HTTP://www.example.jp/", "mailto:a@example.jp");
    }

    @Test
    void onlyAWebLinkLeavesTheTalk() {
        assertThat(Turn.leaves(new Message.Link("市のページ", URI.create("https://www.example.jp/"))))
                .isTrue();
        assertThat(Turn.leaves(new Message.Link("電話", URI.create("tel:119")))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 2025-12-23, 2025年12月23日",
        "en, 2025-12-23, 'December 23, 2025'",
        "ja, 発行日なし（2012年ごろ）, 発行日なし（2012年ごろ）",
        "ja, 2025-02-30, 2025-02-30",
        "ja, '', ''"
    })
    void aDayIsWrittenAsTheReaderWritesItAndWordsStayWords(String tag, String published, String expected) {
        PageWords words = new PageTexts("config").find(tag).orElseThrow();
        var reply = new Reply(
                Topic.OTHER, Reply.Outcome.CHAT, List.of(new Message.Text("…")), List.of(), List.of(), "出典", tag);
        var turn = new Turn(words, "talk", Optional.empty(), "質問", reply);

        assertThat(turn.published(new Source("d", "題", "市", published, "", ""))).isEqualTo(expected);
    }
}
