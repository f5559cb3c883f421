package tsunagu.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is typed gets a reply, soon. Its long form is {@code mvn test -Dtest=AnythingTest -Danything=100000}; the
 * same number always makes the same texts.
 */
class AnythingTest {
    private static final int TEXTS = Integer.getInteger("anything", 2_000);
    private static final int TEXTS_OF_A_CONVERSATION = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LONGEST = Duration.ofMillis(200);
    /** The first replies wait for classes to be loaded and compiled. */
    private static final int WARMING_UP = 500;

    private static final List<String> WORDS = List.of(
            "青嵐中",
            "保谷",
            "北東部",
            "ネットワーク",
            "は",
            "の",
            "？",
            "いつ",
            "同じ",
            "ですか",
            "南部",
            "個人",
            "でも",
            "参加",
            "出典",
            "もっと詳しく",
            "英語で",
            "中文",
            "한국어로",
            "やさしい日本語で",
            "Seiran",
            "学校",
            "いくつ",
            "3つ",
            "令和6年",
            "来月の第2土曜",
            "2月30日",
            "13月",
            "042-420-2893",
            "188-0011",
            "はい",
            "データを消して",
            "何を覚えてる",
            "。",
            "\n",
            "と",
            "、",
            "それと",
            "세이란",
            "谷户小学",
            "吗",
            "How",
            "join",
            "the",
            "火事",
            "死にたい",
            "ごみ",
            "第5層",
            "元年",
            "平成99年",
            "㍻",
            "㏂",
            "ﾀﾅｼ",
            "ー",
            "々",
            "ヶ");
    private static final List<String> SYNTAX = List.of(
            "AND",
            "OR",
            "NOT",
            "+",
            "-",
            "!",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "^",
            "\"",
            "~",
            "*",
            "?",
            ":",
            "\\",
            "/",
            "field:*",
            "[a TO z]",
            "'; drop table conversation; --",
            "<script>",
            "{place}",
            "${x}",
            "%s",
            "$1",
            "\\E",
            "\\Q");
    private static final List<String> EMOJI = List.of(
            "😀",
            "👨‍👩‍👧‍👦",
            "🏳️‍🌈",
            "🇯🇵",
            "✊🏿",
            "\uFE0F",
            "\u200D",
            "\u20E3",
            "1️⃣",
            "\uD83D",
            "\uDE00",
            "\u202E",
            "\u0301");

    @Test
    void everyTextGetsAReplySoon() {
        var slow = new ArrayList<String>();
        var random = new Random(2026);
        try (TestTown town = TestTown.open()) {
            TestTown.Resident resident = town.resident();
            for (int i = 0; i < TEXTS; i++) {
                if (i % TEXTS_OF_A_CONVERSATION == 0) resident = town.resident();
                String text = text(random, i);
                long taken = timed(resident, text);
                // One in a hundred thousand pays for the housekeeping of the database: a slow text is slow twice.
                boolean tooSlow = i >= WARMING_UP
                        && taken > LONGEST.toNanos()
                        && timed(town.resident(), text) > LONGEST.toNanos();
                if (tooSlow) slow.add(taken / 1_000_000 + " ms: " + text);
            }
        }
        assertThat(slow).isEmpty();
    }

    /** Nanoseconds of the processor that a reply takes. */
    private static long timed(TestTown.Resident resident, String text) {
        long before = THREADS.getCurrentThreadCpuTime();
        Reply reply = resident.says(text);
        long taken = THREADS.getCurrentThreadCpuTime() - before;
        assertThat(reply.plainText()).as(text).isNotBlank();
        return taken;
    }

    private static String text(Random random, int i) {
        String text = switch (i % 6) {
            case 0 -> points(random, 1 + random.nextInt(60), 0x110000);
            case 1 -> points(random, 1 + random.nextInt(400), 0xFFFF);
            case 2 -> joined(random, 1 + random.nextInt(12), List.of(WORDS));
            case 3 -> joined(random, 1 + random.nextInt(20), List.of(WORDS, SYNTAX));
            case 4 -> joined(random, 1 + random.nextInt(15), List.of(WORDS, EMOJI, SYNTAX));
            default ->
                random.nextInt(20) == 0
                        ? joined(random, 1, List.of(WORDS)).repeat(Utterance.MAX_LENGTH)
                        : points(random, 1 + random.nextInt(80), 0x80) + joined(random, 3, List.of(WORDS));
        };
        return text.length() > Utterance.MAX_LENGTH ? text.substring(0, Utterance.MAX_LENGTH) : text;
    }

    private static String points(Random random, int length, int below) {
        var text = new StringBuilder();
        IntStream.range(0, length).forEach(any -> text.appendCodePoint(random.nextInt(below)));
        return text.toString();
    }

    private static String joined(Random random, int length, List<List<String>> from) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            List<String> words = from.get(random.nextInt(from.size()));
            text.append(words.get(random.nextInt(words.size())));
        }
        return text.toString();
    }
}
