package tsunagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.quotes.QuotedAnswer;
import tsunagu.knowledge.quotes.QuotedAnswers;

class NearTest {
    private static final Knowledge KNOWLEDGE = QuestionSets.KNOWLEDGE;
    private static final int LONGEST = 20;

    @Test
    void nearAQuestionAreOthersThatAreAnswered() {
        String question = "昔は近所で道の掃除とかみんなでやったのに、なんで関わらんで済むようになったんかねえ";
        assertThat(KNOWLEDGE.find(question, Scope.only("nishitokyo"))).isNotInstanceOf(Answered.class);
        List<String> near = KNOWLEDGE.listNear(question, List.of(), "nishitokyo", LONGEST);
        assertThat(near).isNotEmpty().hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(near).allSatisfy(other -> {
            assertThat(other.length()).isLessThanOrEqualTo(LONGEST);
            assertThat(KNOWLEDGE.find(other, Scope.only("nishitokyo"))).isInstanceOf(Answered.class);
        });
        assertThat(text(KNOWLEDGE.find(near.getFirst(), Scope.only("nishitokyo"))))
                .contains("地域と関わる機会");
    }

    @Test
    void nothingIsNearWhatTheDocumentsDoNotSpeakOf() {
        assertThat(KNOWLEDGE.listNear("ぴよぴよぽんぽこりん", List.of(), "machida", LONGEST))
                .isEmpty();
        assertThat(KNOWLEDGE.listNear("", List.of(), "machida", LONGEST)).isEmpty();
        assertThat(KNOWLEDGE.listNear("地域の課題は", List.of(), "unknown", LONGEST)).isEmpty();
    }

    @Test
    void whatGoesOnIsNearWhatWasToldOfTheSameTown() {
        String question = "広げるのはいつですか";
        List<String> told = ((Answered) KNOWLEDGE.find("このプログラムの取り組みスケジュールは", Scope.only("nerima"))).passages();
        assertThat(KNOWLEDGE.listNear(question, told, "machida", LONGEST))
                .isEqualTo(KNOWLEDGE.listNear(question, List.of(), "machida", LONGEST));
        assertThat(KNOWLEDGE.goOn(told, "いつ始めたんですか", "nerima")).isInstanceOf(Answered.class);
        assertThat(KNOWLEDGE.goOn(told, "いつ始めたんですか", "machida")).isInstanceOf(Finding.Nothing.class);
        assertThat(KNOWLEDGE.goOn(told, "家から近い所でいつ始めたんですか", "nerima")).isInstanceOf(Finding.Nothing.class);
        assertThat(KNOWLEDGE.goOn(told, "2つ目の信号はいつできたの", "nerima")).isInstanceOf(Finding.Nothing.class);
    }

    @Test
    void aWordingIsAnsweredByAQuoteOfItsOwn() {
        List<QuotedAnswer> quotes =
                QuotedAnswers.in(Path.of("config/quotes")).list().stream().toList();
        long quoted = quotes.stream()
                .filter(quote ->
                        KNOWLEDGE.findQuoted(quote.wordings().getFirst(), townOf(quote), false) instanceof Answered)
                .count();
        // Those of words that only frame a question find nothing.
        assertThat(quoted).isGreaterThan(quotes.size() * 97L / 100);
    }

    @Test
    void theNearestIsToldWhereItSpeaksOfNearlyAllAndNoOtherIsAsNear() {
        assertThat(text(nearest("商店街とかお店の景気はどう見てるの", "machida"))).contains("かげりのみえる商業");
        assertThat(text(nearest("町会の打合せ場所に困ってるんだけど、何かしてくれるの？", "nerima"))).contains("会議スペース");
        // As a wording, but only where it may be told besides.
        assertThat(KNOWLEDGE.findQuoted("商店街とかお店の景気はどう見てるの", "machida", false)).isInstanceOf(Finding.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        // How it is done, who exactly, what of another, and what came of it.
        "nerima, メールマガジンの登録ってどうやるの",
        "nerima, メールマガジンを受け取るには",
        "nishitokyo, 北東部に参加してる地元企業の名前を教えてください",
        "nishitokyo, 高齢者クラブの課題は",
        "nishitokyo, 高齢者クラブの課題は何ですか",
        "nishitokyo, 高齢者クラブの課題を教えていただけませんか",
        "nishitokyo, 高齢者クラブの課題はありますか",
        "nishitokyo, 'ちなみに、高齢者クラブの課題は'",
        "nerima, 大泉西での検証、結果はどうだったんですか",
        // What is no question, or of no words of its own.
        "nishitokyo, 友達がほしい",
        "nishitokyo, 町の人口",
        "nishitokyo, 会則はありますか",
        "machida, ''",
    })
    void otherwiseItIsNot(String town, String question) {
        assertThat(nearest(question, town)).isInstanceOf(Finding.Nothing.class);
    }

    private static Finding nearest(String question, String town) {
        return KNOWLEDGE.findQuoted(question, town, true);
    }

    private static String townOf(QuotedAnswer quote) {
        return quote.document().substring(0, quote.document().indexOf('-'));
    }

    private static String text(Finding finding) {
        return ((Answered) finding).excerpts().stream().map(Excerpt::text).reduce("", String::concat);
    }
}
