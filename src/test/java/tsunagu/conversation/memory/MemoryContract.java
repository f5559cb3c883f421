package tsunagu.conversation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.TestTown;

/** What every database must do with conversations and with questions nobody could answer. */
abstract class MemoryContract {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Memory NORTHEAST = new Memory(
            Optional.of("nishitokyo"),
            true,
            List.of("nishitokyo/hokutobu"),
            Optional.of("nishitokyo/hokutobu"),
            List.of("NICKNAME", "FOUNDING"),
            List.of("nishitokyo-report-2025#12"),
            Optional.of("検討委員会"),
            List.of(),
            false,
            Optional.of("ja"),
            true);

    private TestTown town;

    /** Opens the town on the engine under test. */
    abstract TestTown open();

    @BeforeEach
    void start() {
        town = open();
    }

    @AfterEach
    void stop() {
        town.close();
    }

    private Memories memoriesAt(Instant time) {
        return new Memories(town.bean(ConversationRepository.class), keeping(), at(time));
    }

    private UnansweredQuestions questionsAt(Instant time) {
        return new UnansweredQuestions(
                town.bean(UnansweredRepository.class), town.bean(QuestionGroupRepository.class), keeping(), at(time));
    }

    private static KeepingSettings keeping() {
        return new KeepingSettings(Duration.ofHours(24), Duration.ofDays(90));
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void recallsWhatWasRemembered() {
        memoriesAt(NOW).remember("a", NORTHEAST);
        assertThat(memoriesAt(NOW).recall("a")).isEqualTo(NORTHEAST);
    }

    @Test
    void rememberingAgainReplaces() {
        memoriesAt(NOW).remember("a", NORTHEAST);
        memoriesAt(NOW).remember("a", Memory.NONE);
        assertThat(memoriesAt(NOW).recall("a")).isEqualTo(Memory.NONE);
    }

    @Test
    void ofAVeryLongListWhatThereIsRoomForIsRemembered() {
        List<String> ids = IntStream.range(0, 500)
                .mapToObj(i -> "nishitokyo-report-2025#" + i)
                .toList();
        Memory told = new Memory(
                NORTHEAST.municipality(),
                true,
                NORTHEAST.areas(),
                NORTHEAST.home(),
                NORTHEAST.asked(),
                ids,
                Optional.empty(),
                List.of(),
                false,
                Optional.of("ja"),
                true);
        memoriesAt(NOW).remember("a", told);
        assertThat(memoriesAt(NOW).recall("a").told())
                .hasSizeBetween(20, 100)
                .isEqualTo(ids.subList(0, memoriesAt(NOW).recall("a").told().size()));
    }

    @Test
    void knowsNothingOfANewConversation() {
        assertThat(memoriesAt(NOW).recall("new")).isEqualTo(Memory.NONE);
    }

    @Test
    void forgetsFromTheMomentItExpires() {
        memoriesAt(NOW).remember("a", NORTHEAST);
        assertThat(memoriesAt(NOW.plus(Duration.ofHours(23))).recall("a")).isEqualTo(NORTHEAST);
        assertThat(memoriesAt(NOW.plus(Duration.ofHours(24))).recall("a")).isEqualTo(Memory.NONE);
    }

    @Test
    void deletesWhatHasExpiredAndKeepsTheRest() {
        memoriesAt(NOW).remember("old", NORTHEAST);
        memoriesAt(NOW.plus(Duration.ofHours(2))).remember("young", NORTHEAST);
        questionsAt(NOW).keep("old", "nishitokyo", "会費はいくら", "UNDOCUMENTED", Optional.empty());
        Instant later = NOW.plus(Duration.ofHours(25));
        new ExpiryWorker(town.bean(ConversationRepository.class), questionsAt(later), at(later)).deleteExpired();
        assertThat(town.bean(ConversationRepository.class).findAll())
                .extracting(ConversationRow::id)
                .containsExactly("young");
        assertThat(questionsAt(NOW).listUnanswered()).hasSize(1);
    }

    @Test
    void listsQuestionsNewestFirstMaskedAndUntilTheyExpire() {
        questionsAt(NOW).keep("a", "nishitokyo", "会費は？ 090-1234-5678 に電話して", "UNDOCUMENTED", Optional.empty());
        questionsAt(NOW.plusSeconds(60))
                .keep("b", "machida", "次の会議は？ a.b@example.jp", "NOTHING_FOUND", Optional.empty());
        assertThat(questionsAt(NOW.plusSeconds(61)).listUnanswered())
                .extracting(UnansweredQuestions.UnansweredQuestion::words)
                .containsExactly("次の会議は? ＊", "会費は? ＊ に電話して");
        assertThat(questionsAt(NOW.plus(Duration.ofDays(91))).listUnanswered()).isEmpty();
    }

    @Test
    void keepsALongQuestionShortened() {
        questionsAt(NOW).keep("a", "nishitokyo", "あ😀".repeat(1500), "NOTHING_FOUND", Optional.empty());
        assertThat(questionsAt(NOW).listUnanswered().getFirst().words()).hasSizeLessThanOrEqualTo(1000);
    }

    @Test
    void forgetsAConversationAtOnceAndNoOther() {
        memoriesAt(NOW).remember("a", NORTHEAST);
        memoriesAt(NOW).remember("b", NORTHEAST);
        questionsAt(NOW).keep("a", "nishitokyo", "会費は？", "UNDOCUMENTED", Optional.of("m1"));
        questionsAt(NOW).keep("b", "nishitokyo", "会則は？", "UNDOCUMENTED", Optional.empty());
        memoriesAt(NOW).forget("a");
        memoriesAt(NOW).forget("never-there");
        questionsAt(NOW).forget("a");
        assertThat(memoriesAt(NOW).recall("a")).isEqualTo(Memory.NONE);
        assertThat(memoriesAt(NOW).recall("b")).isEqualTo(NORTHEAST);
        assertThat(questionsAt(NOW).listWords("a")).isEmpty();
        assertThat(questionsAt(NOW).listWords("b")).containsExactly("会則は?");
    }

    @Test
    void forgetsTheQuestionOfOneMessage() {
        questionsAt(NOW).keep("a", "nishitokyo", "会費は？", "UNDOCUMENTED", Optional.of("default:1"));
        questionsAt(NOW).keep("a", "nishitokyo", "会則は？", "UNDOCUMENTED", Optional.of("default:2"));
        questionsAt(NOW).forgetMessage("default:1");
        questionsAt(NOW).forgetMessage("default:3");
        assertThat(questionsAt(NOW).listWords("a")).containsExactly("会則は?");
        assertThat(questionsAt(NOW.plus(Duration.ofDays(91))).listWords("a")).isEmpty();
    }

    @Test
    void putsQuestionsThatAreAlikeTogetherEachMunicipalityForItself() {
        for (String words : List.of("会費はいくら", "会費はいくらですか？", "カイヒはいくらですか", "会費はいくらか教えてください", "会則はどこにありますか")) {
            questionsAt(NOW).keep("a", "nishitokyo", words, "UNDOCUMENTED", Optional.empty());
        }
        questionsAt(NOW).keep("a", "machida", "会費はいくら", "UNDOCUMENTED", Optional.empty());

        assertThat(groups()).extracting(QuestionGroupRow::times).containsExactlyInAnyOrder(3, 1, 1, 1);
    }

    @Test
    void aGroupKeepsNoWordOfAQuestionThatHasGoneAndGoesWithTheLast() {
        questionsAt(NOW).keep("a", "nishitokyo", "会費はいくら", "UNDOCUMENTED", Optional.empty());
        questionsAt(NOW.plusSeconds(9)).keep("b", "nishitokyo", "会費はいくらですか？太郎です", "UNDOCUMENTED", Optional.of("m"));
        assertThat(groups()).singleElement().satisfies(group -> {
            assertThat(group.times()).isEqualTo(2);
            assertThat(group.words()).contains("太郎");
        });

        questionsAt(NOW).forgetMessage("m");
        assertThat(groups()).singleElement().satisfies(group -> {
            assertThat(group.times()).isOne();
            assertThat(group.words() + group.likeness()).doesNotContain("太郎");
            assertThat(group.lastAskedAt()).isEqualTo(NOW);
        });
        questionsAt(NOW.plus(Duration.ofDays(91))).deleteExpired();
        assertThat(groups()).isEmpty();
    }

    @Test
    void sortsWhatWasKeptBeforeThereWereGroups() {
        town.bean(UnansweredRepository.class)
                .save(new UnansweredRow(
                        UUID.randomUUID(), "a", "nishitokyo", "会費は?", "UNDOCUMENTED", null, NOW, NOW, null));
        assertThat(questionsAt(NOW).sortTheRest()).isOne();
        assertThat(questionsAt(NOW).sortTheRest()).isZero();
        assertThat(groups()).hasSize(1);
    }

    private List<QuestionGroupRow> groups() {
        return town.bean(QuestionGroupRepository.class).findAll();
    }

    @Test
    void bearsTheSameConversationFromSeveralSides() {
        IntStream.range(0, 40).parallel().forEach(any -> memoriesAt(NOW).remember("same", NORTHEAST));
        assertThat(memoriesAt(NOW).recall("same")).isEqualTo(NORTHEAST);
    }
}
