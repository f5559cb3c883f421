package tsunagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagu.knowledge.QuestionSets.KNOWLEDGE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.documents.Citation;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.quotes.QuotedAnswer;
import tsunagu.knowledge.quotes.QuotedAnswers;

/** Answers that quote the documents to questions in words these do not use. */
class QuotesTest {
    private static final Scope NISHITOKYO = Scope.only("nishitokyo");

    /** Each eleventh of more than fourteen thousand. */
    private static final int EACH = 11;

    /** Share of the wordings that are answered by their quote, or by a passage that says it: as measured, less one. */
    private static final double ANSWERED = 0.85;

    @TempDir
    private Path folder;

    private static String told(Finding found) {
        return found instanceof Answered answered
                ? answered.excerpts().stream().map(Excerpt::text).collect(Collectors.joining("\n"))
                : "";
    }

    @ParameterizedTest
    @CsvSource({
        "近所の仲が良いとマンションの値打ちは上がりますか, 資産価値",
        "自治会に入っている人の割合は落ちていますか, 加入率は横ばい",
        "北東部の話し合いには農家も来ていましたか, 認定農業者",
        "ゆめこらぼって何してるところ？, 市民協働推進センター",
        "市内に子ども食堂っていくつくらいできた？, 30を超える"
    })
    void aQuestionInOtherWordsIsAnsweredByAQuote(String question, String quote) {
        assertThat(told(KNOWLEDGE.find(question, NISHITOKYO))).contains(quote);
    }

    /** What none of the quotes says, though they speak of much of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "北東部のネットワークの会長は誰ですか",
                "検討委員会の委員になると報酬はいくらもらえますか",
                "パソコンが壊れました",
                "面白い話をして",
                "自治会の弱みの20番目は",
                "次の基本方針はいつできますか",
                "ひばりが丘団地のエリアマネジメント組織の正式な名前を教えて",
                "けやき小 児童数なんにん",
                "基本方針のメンバーは",
                "アンケートを見せて",
                "友だちをつくりたい"
            })
    void whatNoQuoteSaysIsNotTold(String question) {
        assertThat(KNOWLEDGE.find(question, NISHITOKYO)).isNotInstanceOf(Answered.class);
        assertThat(KNOWLEDGE.findQuoted(question, "nishitokyo", true)).isNotInstanceOf(Answered.class);
    }

    @Test
    void theQuoteIsCitedAsPrinted() {
        assertThat(KNOWLEDGE.find("自治会に入っている人の割合は落ちていますか", NISHITOKYO))
                .isInstanceOfSatisfying(Answered.class, answered -> {
                    Excerpt excerpt = answered.excerpts().getFirst();
                    assertThat(excerpt.citations()).extracting(Citation::quote).containsExactly(excerpt.text());
                    assertThat(excerpt.passage().body().text()).contains(excerpt.text());
                });
    }

    @Test
    void mostWordingsAreAnsweredByWhatTheyAskFor() {
        List<QuotedAnswer> answers = QuotedAnswers.in(Path.of("config/quotes")).list();
        var number = new AtomicInteger();
        var asked = new AtomicInteger();
        var right = new AtomicInteger();
        for (QuotedAnswer answer : answers) {
            for (String wording : answer.wordings()) {
                if (number.getAndIncrement() % EACH != 0) continue;
                asked.incrementAndGet();
                if (says(answer, KNOWLEDGE.find(wording, Scope.only(municipality(answer))))) right.incrementAndGet();
            }
        }
        System.out.printf("Quotes: %d of %d wordings are answered by what they ask for%n", right.get(), asked.get());
        assertThat(right.get()).isGreaterThan((int) (ANSWERED * asked.get()));
    }

    private static boolean says(QuotedAnswer answer, Finding found) {
        String told = found instanceof Answered answered
                ? answered.excerpts().stream()
                        .flatMap(excerpt -> excerpt.citations().stream())
                        .map(Citation::quote)
                        .collect(Collectors.joining())
                        .replaceAll("\\s", "")
                : "";
        return answer.quotes().stream()
                .map(quote -> quote.replaceAll("\\s", ""))
                .anyMatch(told::contains);
    }

    private static String municipality(QuotedAnswer answer) {
        return answer.document().split("-", 2)[0];
    }

    @Test
    void everyShippedQuoteStandsInItsDocument() {
        assertThat(Knowledge.listLostQuotes(QuestionSets.LIBRARY, Path.of("config/quotes")))
                .isEmpty();
    }

    @Test
    void aQuoteThatTheDocumentNoLongerPrintsIsLeftOut() throws Exception {
        Files.createDirectories(folder.resolve("quotes"));
        Files.createSymbolicLink(
                folder.resolve("language"), Path.of("config/language").toAbsolutePath());
        Path file = folder.resolve("quotes/nishitokyo-report-2025.txt");
        Files.writeString(file, "> これは印刷されていません。\n町の猫は何匹いますか\n> 団体数は減少も加入率は横ばい\n町の犬は何匹いますか\n");
        Files.writeString(folder.resolve("quotes/elsewhere.txt"), "> 何か\n何がありますか\n");
        assertThat(Knowledge.listLostQuotes(QuestionSets.LIBRARY, folder.resolve("quotes")))
                .containsExactly("elsewhere:1", "nishitokyo-report-2025:1");
        Knowledge knowledge = Knowledge.of(QuestionSets.LIBRARY, folder.resolve("language"));
        assertThat(told(knowledge.find("町の猫は何匹いますか", NISHITOKYO))).doesNotContain("印刷されていません");
        assertThat(told(knowledge.find("町の犬は何匹いますか", NISHITOKYO))).isEqualTo("団体数は減少も加入率は横ばい");
    }
}
