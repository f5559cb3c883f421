package tsunagu.library.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.areas.Municipalities;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.DocumentLibrary.Print;
import tsunagu.documents.SourceDocument;

/** What a new document says otherwise than the facts and documents of 西東京市. */
class ContradictionsTest {
    private static final DocumentLibrary LIBRARY = DocumentLibrary.read(Path.of("seeds"));
    private static final Contradictions CONTRADICTIONS =
            new Contradictions(Municipalities.read(Path.of("config"), LIBRARY), LIBRARY);

    private static List<Contradiction> of(String text) {
        var document = new SourceDocument(
                new DocumentId("document-1"),
                "新しい資料",
                "市",
                "nishitokyo",
                Optional.of(LocalDate.of(2026, 11, 1)),
                "2026-11-01",
                LocalDate.of(2026, 11, 1),
                SourceDocument.Status.FINAL);
        return CONTRADICTIONS.list(new Print(document, text, List.of(1)), "");
    }

    @ParameterizedTest
    @CsvSource({
        "協働コミュニティ課の電話番号は042-999-0000です。, 電話番号, 042-999-0000, 042-420-2821",
        "問い合わせは協働コミュニティ課（042－999－0000）へ。, 電話番号, 042-999-0000, 042-420-2821",
        "南部地域協力ネットワークの設立は平成30年度です。, 日付, 平成30年度, 平成27年度",
        "南部地域協力ネットワークの加入は61団体です。, 数, 61団体, 50団体",
    })
    void anotherFigureForTheSameIsPointedOut(String text, String kind, String here, String there) {
        assertThat(of(text)).anySatisfy(one -> {
            assertThat(one.kind()).isEqualTo(kind);
            assertThat(one.here().figure()).isEqualTo(here);
            assertThat(one.there().figure()).isEqualTo(there);
            assertThat(one.here().place()).contains("新しい資料（2026-11-01）1ページ");
            assertThat(one.there().place()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "協働コミュニティ課の電話番号は042-420-2821です。",
        "協働コミュニティ課の電話番号は、042-420-2821から042-999-0000に変わりました。",
        "南部地域協力ネットワークの設立は2015年度です。",
        "谷戸ひろば食堂の電話番号は042-999-0000です。",
        "餅つき大会は1月10日に開きます。参加費は300円です。",
    })
    void whatAgreesOrSpeaksOfAnotherIsNot(String text) {
        assertThat(of(text)).isEmpty();
    }
}
