package tsunagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.knowledge.Explanation.Considered;
import tsunagu.knowledge.embedding.EmbeddingSettings;
import tsunagu.knowledge.opensearch.IndexEngine;

/** What staff wrote, ranked together with what the documents say. */
class EntriesTest {
    private static final Scope NISHITOKYO = Scope.preferring("nishitokyo");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));

    private static final Entry FEE =
            entry("fee", "会費はまだ決まっていません。", List.of("地域協力ネットワークの会費はいくらですか", "お金はかかりますか", "年会費", "ネットワークに入るのに費用はいりますか"));
    private static final Entry BULKY = entry(
            "bulky", "粗大ごみは、粗大ごみ受付センターに電話で申し込んでください。申し込みは平日の9時から17時までです。", List.of("粗大ごみの出し方を教えてください", "大きなごみを捨てたい"));
    private static final Entry HALL =
            entry("hall", "集会室は、窓口かオンラインで予約できます。3か月前の1日から受け付けます。", List.of("集会室の予約のしかた", "集会所を借りたい", "会議室を使うには"));

    private final ChangingSource source = new ChangingSource(FEE, BULKY, HALL);
    private final Knowledge knowledge = Knowledge.of(
            QuestionSets.LIBRARY,
            Path.of("config/language"),
            EmbeddingSettings.none(),
            List.of(source),
            IndexEngine.lucene(),
            CLOCK);

    private static Entry entry(String id, String answer, List<String> wordings) {
        return new Entry(
                id,
                "nishitokyo",
                wordings,
                List.of("西東京市"),
                answer,
                new Entry.Origin.Own(LocalDate.of(2026, 11, 1)),
                NOW,
                Optional.empty());
    }

    private static Entry until(Entry entry, Instant end) {
        return new Entry(
                entry.id(),
                entry.municipality(),
                entry.wordings(),
                entry.about(),
                entry.answer(),
                entry.origin(),
                entry.approvedAt(),
                Optional.of(end));
    }

    private Optional<String> told(String question) {
        return knowledge.find(question, NISHITOKYO) instanceof Finding.Approved(var entry)
                ? Optional.of(entry.id())
                : Optional.empty();
    }

    @Test
    void eachWordingFindsItsEntryHoweverItIsTyped() {
        for (Entry entry : List.of(FEE, BULKY, HALL)) {
            for (String wording : entry.wordings()) {
                assertThat(told(wording)).as(wording).contains(entry.id());
                assertThat(told(" " + wording.replace("か", "カ") + "？"))
                        .as(wording)
                        .contains(entry.id());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"粗大ごみを捨てるには", "粗大ごみを出したいのですが", "粗大ごみの受付は何時から"})
    void otherWordsFindTheEntryToo(String question) {
        assertThat(told(question)).contains("bulky");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "燃えるごみの日はいつですか",
                "粗大ごみの手数料はいくらですか",
                "住民税はいつまでに払えばいいですか",
                "町田市の粗大ごみの出し方",
                "自治会の強みは何ですか",
                "検討委員会の委員長は誰ですか",
                "地域協力ネットワークってなに？"
            })
    void whatTheEntriesDoNotAnswerTheyAreNotToldFor(String question) {
        assertThat(told(question)).isEmpty();
    }

    @Test
    void anEntryBelongsToItsTownsResidents() {
        assertThat(knowledge.find("粗大ごみの出し方を教えてください", Scope.preferring("machida")))
                .isNotInstanceOf(Finding.Approved.class);
    }

    @Test
    void anEntryComesBeforeAPassageThatFitsAsWell() {
        String question = "第2回の委員会はいつでしたか";
        assertThat(knowledge.find(question, NISHITOKYO)).isInstanceOf(Finding.Answered.class);
        source.change(entry("second", "8月25日に開きました。", List.of("検討委員会の第2回はいつ")));
        knowledge.follow();
        assertThat(told(question)).contains("second");
    }

    @Test
    void whatChangesIsFollowedAndWhatIsOverIsNoLongerTold() {
        source.change(until(FEE, NOW.plusSeconds(1)), until(HALL, NOW));
        assertThat(told("年会費")).contains("fee");
        knowledge.follow();
        assertThat(told("年会費")).contains("fee");
        assertThat(told("集会所を借りたい")).as("over since this moment").isEmpty();
        assertThat(told("大きなごみを捨てたい")).as("taken away").isEmpty();
        assertThat(knowledge.listEntries()).extracting(Entry::id).containsExactly("fee");
    }

    @Test
    void ofTwoEntriesWithTheSameWordingTheOneApprovedLaterIsTold() {
        Entry later = new Entry(
                "a-later",
                "nishitokyo",
                List.of("年会費"),
                List.of(),
                "500円です。",
                new Entry.Origin.Own(LocalDate.of(2026, 11, 2)),
                NOW.plusSeconds(9),
                Optional.empty());
        assertThat(knowledge.with(List.of(FEE, later)).findEntry("年会費", "nishitokyo"))
                .contains(later);
        assertThat(knowledge.with(List.of(later, FEE)).findEntry("年会費", "nishitokyo"))
                .contains(later);
        assertThat(told("年会費")).as("a trial changes nothing").contains("fee");
    }

    @Test
    void saysWhyAnEntryIsToldOrNot() {
        Explanation why = knowledge.explain("粗大ごみの手数料はいくらですか", NISHITOKYO);
        assertThat(why.words()).extracting(Explanation.Understood::term).contains("手数料");
        assertThat(why.finding()).isNotInstanceOf(Finding.Approved.class);
        Considered bulky = why.considered().stream()
                .filter(each -> each.entry().equals(Optional.of("bulky")))
                .findFirst()
                .orElseThrow();
        assertThat(bulky.objection()).contains("speaks-of-too-little");
        assertThat(bulky.coverage()).isLessThan(why.leastCoverage());
    }

    @Test
    void aSourceThatFailsLeavesTheEntriesAsTheyWere() {
        source.fail();
        knowledge.follow();
        assertThat(told("年会費")).contains("fee");
    }

    private static final class ChangingSource implements Entry.Source {
        private final List<Entry> entries = new ArrayList<>();
        private long revision;
        private boolean failing;

        ChangingSource(Entry... entries) {
            change(entries);
        }

        void change(Entry... now) {
            entries.clear();
            entries.addAll(List.of(now));
            revision++;
        }

        void fail() {
            failing = true;
        }

        @Override
        public List<Entry> listEntries() {
            return List.copyOf(entries);
        }

        @Override
        public long revision() {
            if (failing) throw new IllegalStateException("no database");
            return revision;
        }

        @Override
        public void told(String id) {
            throw new AssertionError("nothing is told here");
        }
    }
}
