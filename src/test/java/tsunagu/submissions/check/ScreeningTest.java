package tsunagu.submissions.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.submissions.entry.Content;
import tsunagu.submissions.entry.Field;
import tsunagu.submissions.entry.When;

/** What is caught before staff see it, and what is not. */
class ScreeningTest {
    private static final List<String> WORDS = List.of(
            "お祭りです",
            "12月6日13時から15時",
            "参加費1000円",
            "定員30人、",
            "\n持ち物は軍手。",
            "第2土曜",
            "😀",
            "2026-11-28",
            "10:00〜11:30",
            "3000人が来ました");
    private static final List<String> BETWEEN = List.of("", "-", " ", "ー", "－", "・", ")", "　", "−");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9０-９](?:[-ー－−・) 　]{0,2}[0-9０-９]){9,}");
    private static final Screening screening = new Screening(new JunkWords("config"));

    private static String masked(String text) {
        return screening.screen(Field.ABOUT, text).text();
    }

    @Test
    void whateverStandsAroundThemNoTelephoneNumberAndNoMailAddressStays() {
        var random = new Random(20261122);
        for (int i = 0; i < 3000; i++) {
            String before = WORDS.get(random.nextInt(WORDS.size()));
            String after = WORDS.get(random.nextInt(4));
            String secret = random.nextBoolean() ? telephone(random) : mail(random);
            String text = before + "連絡は" + secret + "まで" + after;
            var screened = screening.screen(Field.ABOUT, text);
            assertThat(screened.text()).as(text).isEqualTo(before.strip() + "連絡は＊まで" + after.strip());
            assertThat(screened.signs()).as(text).containsAnyOf(Sign.TELEPHONE, Sign.MAIL);
            assertThat(LONG_NUMBER.matcher(screened.text()).find())
                    .as(screened.text())
                    .isFalse();
            assertThat(masked(screened.text())).isEqualTo(screened.text());
        }
    }

    private static String telephone(Random random) {
        int[] groups = List.of(new int[] {3, 4, 4}, new int[] {2, 4, 4}, new int[] {3, 3, 4}, new int[] {4, 2, 4})
                .get(random.nextInt(4));
        boolean wide = random.nextInt(3) == 0;
        String between = BETWEEN.get(random.nextInt(BETWEEN.size()));
        var number = new StringBuilder("0");
        for (int group = 0; group < groups.length; group++) {
            if (group > 0) number.append(between);
            for (int i = group == 0 ? 1 : 0; i < groups[group]; i++) number.append(1 + random.nextInt(9));
        }
        if (!wide) return number.toString();
        return number.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String mail(Random random) {
        String at = List.of("@", "＠", "(at)", " @ ").get(random.nextInt(4));
        return "taro." + random.nextInt(1000) + at
                + List.of("example.jp", "mail.example.co.jp").get(random.nextInt(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12月6日（日）13:00〜15:00、雨天は12月13日",
                "2026-12-06 10時から 参加費1,000円 定員20名",
                "西東京市南町5-6-13 イングビル3階",
                "昭和50年から続く会です。会員は120人、毎月第2・第4土曜に集まります。",
                "いろいろな団体が集まる、第30回ふれあいまつり",
                "https://www.example.jp/events/2026/12/ をご覧ください",
                "子ども食堂です。宅配もしています。住宅地の中にあります。",
                "市営住宅の集会所で、帰宅の前にどうぞ"
            })
    void whatIsSaidOfAnEventStays(String text) {
        var screened = screening.screen(Field.ABOUT, text);
        assertThat(screened.text()).isEqualTo(text);
        assertThat(screened.signs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'くわしくは〇九〇-一二三四-五六七八へ', TELEPHONE",
        "'+81 90-1234-5678', TELEPHONE",
        "'LINE ID: taro_hoku', MAIL",
        "'番号は 4111 1111 1111 1111 です', CARD",
        "'マイナンバー123456789012', CARD",
        "'田中さんの家（柳沢1-2-3）で', HOME_ADDRESS",
        "'ひばりハイツ203号室', HOME_ADDRESS",
        "'わが家を開放します', HOME",
        "'必ず儲かる会です', ODD_WORDS",
        "'必ず儲かる会 https://x.example', JUNK",
        "'http://a.jp http://b.jp www.c.jp', MANY_LINKS",
        "'！！！！！！！！！！！！！！！！', REPEATS",
        "'買って買って買って買って買って買って買って', REPEATS",
        "'<script>alert(1)</script>', MARKUP",
        "'<b onclick=\"x()\">祭り</b>', MARKUP",
        "'[祭り](javascript:alert(1))', MARKUP"
    })
    void whatIsCaughtIsCalledByItsName(String text, Sign sign) {
        assertThat(screening.screen(Field.ABOUT, text).signs()).contains(sign);
    }

    @Test
    void whereTheContactIsAskedForItStaysButACardsNumberDoesNot() {
        var screened = screening.screen(Field.CONTACT, "事務局 090-1234-5678 a@gmail.com 4111-1111-1111-1111");
        assertThat(screened.text()).isEqualTo("事務局 090-1234-5678 a@gmail.com ＊");
        assertThat(screened.signs()).containsExactlyInAnyOrder(Sign.CARD, Sign.PERSONAL_CONTACT);
    }

    @Test
    void whatCannotBeSeenIsTakenOutAndPiledMarksAreCutDown() {
        assertThat(Screening.tidy("祭\u202Eり\u200B\u0000です\r\n雨\u0301\u0301\u0301\u0301\u0301"))
                .isEqualTo("祭りです\n雨\u0301\u0301");
    }

    @Test
    void linksAndAdvertisementsAreCountedOverAllThatWasWritten() {
        var content = new Content(
                Map.of("title", "必ず儲かる会", "about", "https://a.jp https://b.jp", "source", "https://c.jp"),
                When.UNKNOWN);
        var verdict = screening.judge(content);
        assertThat(verdict.faults().values().stream().flatMap(List::stream).toList())
                .contains(Sign.MANY_LINKS, Sign.JUNK);
        assertThat(verdict.isHeld()).isTrue();
    }

    @Test
    void aTextMadeToKeepTheSearchBusyEndsSoon() {
        for (String text : List.of(
                "0-".repeat(500), "a@".repeat(500), "さん宅" + "1".repeat(900), "<".repeat(1000), "ab".repeat(500))) {
            assertThat(screening.screen(Field.ABOUT, text).signs()).isInstanceOf(Set.class);
        }
    }
}
