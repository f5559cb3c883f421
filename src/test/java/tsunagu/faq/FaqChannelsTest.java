package tsunagu.faq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.OpenQuestions;
import tsunagu.conversation.OpenQuestions.Place;
import tsunagu.line.fake.FakeLine;

/** From a question in LINE that nobody could answer to the answer on both channels, where one member may do it all. */
class FaqChannelsTest {
    private static final String QUESTION = "ホタル観賞会の参加費はいくらですか";

    @Test
    void oneMemberAnswersInOnePressWhereFourEyesAreNotWanted() {
        try (var line = FakeLine.start()) {
            Map<String, Object> settings = new HashMap<>(line.settings());
            settings.put("faq.four-eyes", false);
            try (var town = new FaqTown(settings)) {
                line.deliverTo(URI.create(town.staff().url()));
                var hanako = line.resident("花子");
                assertThat(hanako.asks(QUESTION).text()).doesNotContain("200円");

                var open = town.staff().bean(OpenQuestions.class);
                var question = open.listQuestions(Optional.empty(), OpenQuestions.State.NEW, Place.START, 50).stream()
                        .filter(one -> one.words().contains("ホタル"))
                        .findFirst()
                        .orElseThrow();
                String path = town.approver
                        .post(
                                "/console/faq/new",
                                Map.of(
                                        "question",
                                        question.words(),
                                        "answer",
                                        "1人200円です。",
                                        "group",
                                        question.id().toString()))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
                assertThat(town.approver.get(path).body()).contains("公開する").doesNotContain("確認に出す");
                assertThat(town.editor.get(path).body())
                        .as("who may not publish")
                        .contains("確認に出す");

                town.press(town.approver, path, "publish", Map.of());

                assertThat(town.approver.get(path).body()).contains("公開しました。", "公開中");
                assertThat(hanako.asks(QUESTION).text()).contains("1人200円です。", "よくある質問");
                assertThat(town.ask(QUESTION)).contains("1人200円です。");
                assertThat(open.findQuestion(question.id()).orElseThrow().state())
                        .isEqualTo(OpenQuestions.State.DONE);

                hanako.asks("ホタルを見る会の費用");
                String likeIt = "/console/faq/similar?question=" + URLEncoder.encode("ホタル観賞会", UTF_8);
                String similar =
                        town.editor.get(likeIt + "&group=" + question.id()).body();
                assertThat(similar).contains(QUESTION).containsPattern("当てはまり [0-9]\\.[0-9]{2}");
            }
        }
    }
}
