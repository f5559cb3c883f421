package tsunagu.knowledge.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Question words, what they ask for, and what an answer must have. */
class AskedTest {

    @ParameterizedTest
    @CsvSource({
        "会費はいくらですか, SUM",
        "参加料金は, SUM",
        "いくらか足りない, ENOUGH",
        "いつ始まりますか, DATE",
        "設立はいつ？, DATE",
        "いつからいつまで, DATE",
        "いつも忙しい, ''",
        "いつでも入れますか, ''",
        "弱いつながりとは, ''",
        "新しいつきあい, ''",
        "何曜日ですか, WEEKDAY",
        "何時からですか, CLOCK",
        "図書館の開館時間は, CLOCK",
        "何人いますか, PEOPLE",
        "会員数は, 'PEOPLE NUMBER'",
        "何回開かれましたか, TIMES",
        "何回目ですか, ORDINAL",
        "加入率は何パーセント, SHARE",
        "何か所ありますか, PLACES",
        "いくつありますか, NUMBER",
        "何校ですか, NUMBER",
        "町会の数, NUMBER",
        "半径何メートル, LENGTH",
        "電話番号を教えて, PHONE",
        "電話してもいい, PERMISSION",
        "どこでもらえますか, 'GOT_AT PLACE'",
        "委員になるには, BECOMING",
        "会費は何に使われますか, SPENT_ON",
        "今もありますか, STILL",
        "参加しない理由は, REASON",
        "なぜ川口が選ばれたのですか, CHOICE",
        "何歳までですか, AGE",
        "どこのホールでしたか, 'VENUE PLACE'",
        "多いのはどちらですか, 'COMPARED PLACE'",
        "会のない学校はどこ, 'LACKING PLACE'",
        "年に何回出ますか, 'TIMES FREQUENCY'",
        "何部刷りましたか, NUMBER",
        "誰の本ですか, AUTHOR",
        "従来とどこが違いますか, ''",
        "連絡先は, CONTACT",
        "メールアドレスは, MAIL",
        "市長の名前は, PERSONS_NAME",
        "計画の名前は, NAME",
        "誰ですか, PERSON",
        "誰でも入れますか, ANYONE",
        "だれかいますか, ''",
        "課の住所は, ADDRESS",
        "どこですか, PLACE",
        "どこか良いところ, ''",
        "どの地区ですか, PLACE",
        "強みは何ですか, ''",
    })
    void questionsAskFor(String question, String kinds) {
        assertThat(Asked.in(question).stream().map(Asked::name).collect(Collectors.joining(" ")))
                .isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource({
        "検証の結果は, OUTCOME",
        "やってみてどうだったの, OUTCOME",
        "結果はいつ分かりますか, DATE",
        "連絡先はどうだった, CONTACT",
        "どちらが先にできましたか, 'COMPARED PLACE'",
        "どちらが先生ですか, PLACE",
    })
    void whatCameOfItAndWhichWasFirst(String question, String kinds) {
        questionsAskFor(question, kinds);
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, 年会費は500円です, 自治会費などの安定した収入がある",
        "SUM, 参加は無料です, 補助金があります",
        "DATE, 平成27年度設立, もうすぐ設立します",
        "DATE, 令和元年度, 設立を目指しています",
        "DATE, 2025.12.23, 12番地",
        "WEEKDAY, 第3土曜日, 7月7日",
        "CLOCK, 午後1時から, 10月から",
        "PEOPLE, 240名以上の参加, 11回の会議",
        "PEOPLE, 南部：団体50、個人12, 多くの人",
        "TIMES, 4回のワーキンググループ, 第4回の委員会",
        "SHARE, 加入率は30%です, 加入率は横ばい",
        "PLACES, 30か所以上あります, 30を超える",
        "NUMBER, '南部：団体50', 第２層の地域",
        "NUMBER, 南部：田無第一中(3), (4) 自治会の検証",
        "LENGTH, '半径1,200m程度', 半径は広い",
        "PHONE, TEL042-420-2821, 協働コミュニティ課までご連絡ください",
        "PHONE, 電話:(03)5984-1039, 13-15ページ",
        "CONTACT, 課までご連絡ください, 活動しています",
        "OUTCOME, 拠点ができました, 多様なつながりをつくる",
        "COMPARED, 加入率の方が高い, ネットワークの範囲",
        "MAIL, a@example.jp, アドレスはありません",
        "LINK, https://example.jp/, ホームページがあります",
        "PERSONS_NAME, 委員氏名：小松 真弓, 市長が話し合いました",
        "NAME, 「八王子未来デザイン2040」, 新しい基本構想",
        "PERSON, 区職員を配置, 団体50、個人12",
        "ADDRESS, 西東京市南町5-6-13, 西東京市にあります",
        "PLACE, 田無第二庁舎, 12月23日",
    })
    void anAnswerMustHaveIt(Asked asked, String answer, String noAnswer) {
        assertThat(asked.isToldIn(answer)).as(answer).isTrue();
        assertThat(asked.isToldIn(noAnswer)).as(noAnswer).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 第2回はいつでしたか, 第2回は でしたか",
        "PEOPLE, 何人ですか, ' ですか'",
        "NUMBER, 何団体ですか, ' 団体ですか'",
        "PHONE, 課の電話番号は, 課の は",
    })
    void theAnswerDoesNotRepeatTheQuestionWord(Asked asked, String question, String topic) {
        assertThat(asked.withoutQuestionWords(question)).isEqualTo(topic);
    }
}
