package tsunagu.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.LocalTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tsunagu.Databases;
import tsunagu.areas.MunicipalityId;
import tsunagu.sql.SqlRepository;
import tsunagu.text.Language;

/** What subscriptions promise on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SubscriptionsContract {
    private static final String KEY = key(1);
    private static final String NEW_KEY = key(2);
    private static final MunicipalityId TOWN = new MunicipalityId("nishitokyo");
    private static final String SOUTH = "nishitokyo/nanbu";
    private static final String WEST = "nishitokyo/seibu";

    private Map<String, Object> settings;
    private ApplicationContext context;
    private Subscriptions subscriptions;
    private SqlRepository sql;

    abstract Databases database();

    private static String key(int filled) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filled);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @BeforeAll
    void open() {
        settings = new HashMap<>(database().settings());
        settings.put("subscriptions.key", KEY);
        context = ApplicationContext.run(settings);
        subscriptions = context.getBean(Subscriptions.class);
        sql = context.getBean(SqlRepository.class);
    }

    @AfterAll
    void close() {
        context.close();
    }

    @BeforeEach
    void empty() {
        sql.update("delete from subscriber");
    }

    private Subscriber begin(String conversation, String user, Subject subject) {
        return subscriptions.begin(conversation, new Address("default", user), TOWN, Language.JAPANESE, subject);
    }

    @Test
    void aResidentChoosesWhatWhereAndWhen() {
        Subscriber first = begin("line-a", "U1", Subject.EVENTS);
        assertThat(first.areas()).isEmpty();
        assertThat(first.at()).isEqualTo(LocalTime.of(18, 0));

        Subscriber second = begin("line-a", "U1", Subject.NEWCOMER);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.subjects()).containsExactlyInAnyOrder(Subject.EVENTS, Subject.NEWCOMER);
        assertThat(first.newcomerSince()).isEmpty();
        assertThat(second.newcomerSince()).isPresent();

        subscriptions.chooseAreas("line-a", Set.of(SOUTH, WEST));
        subscriptions.chooseTime("line-a", LocalTime.of(20, 0));
        subscriptions.speak("line-a", Language.EASY_JAPANESE);
        assertThat(subscriptions.find("line-a")).hasValueSatisfying(now -> {
            assertThat(now.areas()).containsExactlyInAnyOrder(SOUTH, WEST);
            assertThat(now.at()).isEqualTo(LocalTime.of(20, 0));
            assertThat(now.language()).isEqualTo(Language.EASY_JAPANESE);
            assertThat(now.newcomerSince()).isEqualTo(second.newcomerSince());
        });
        assertThatThrownBy(() -> subscriptions.chooseTime("line-a", LocalTime.of(21, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(subscriptions.chooseAreas("line-nobody", Set.of(SOUTH))).isEmpty();
    }

    @Test
    void nothingIsLeftOfWhoStops() {
        begin("line-a", "U1", Subject.EVENTS);
        Subscriber other = begin("line-b", "U2", Subject.EVENTS);
        List<Long> ids = subscriptions.listFor(TOWN, Subject.EVENTS, Set.of()).stream()
                .map(Subscriber::id)
                .toList();
        assertThat(ids).hasSize(2);

        assertThat(subscriptions.stop("line-a")).isTrue();
        assertThat(subscriptions.stop("line-a")).isFalse();
        assertThat(subscriptions.reach("default", ids)).containsOnly(Map.entry(other.id(), "U2"));
        assertThat(subscriptions.find("line-a")).isEmpty();
        assertThat(sql.list(row -> row.getString(1), "select conversation from subscriber"))
                .containsExactly("line-b");

        subscriptions.chooseSubjects("line-b", Set.of());
        assertThat(sql.list(row -> row.getString(1), "select conversation from subscriber"))
                .isEmpty();
    }

    @Test
    void whoNamedAnAreaHearsOfThatAndWhoNamedNoneHearsOfAll() {
        Subscriber everywhere = begin("line-a", "U1", Subject.EVENTS);
        Subscriber south = begin("line-b", "U2", Subject.EVENTS);
        Subscriber west = begin("line-c", "U3", Subject.EVENTS);
        begin("line-d", "U4", Subject.NEWCOMER);
        subscriptions.begin(
                "line-e",
                new Address("default", "U5"),
                new MunicipalityId("machida"),
                Language.ENGLISH,
                Subject.EVENTS);
        subscriptions.chooseAreas("line-b", Set.of(SOUTH));
        subscriptions.chooseAreas("line-c", Set.of(WEST));

        assertThat(subscriptions.listFor(TOWN, Subject.EVENTS, Set.of(SOUTH)))
                .extracting(Subscriber::id)
                .containsExactly(everywhere.id(), south.id());
        assertThat(subscriptions.listFor(TOWN, Subject.EVENTS, Set.of()))
                .extracting(Subscriber::id)
                .containsExactly(everywhere.id(), south.id(), west.id());
        assertThat(subscriptions.listFor(TOWN, Subject.ANSWERS, Set.of())).isEmpty();
    }

    @Test
    void fiveThousandAreListedAndReachedWhole() {
        IntStream.range(0, 5000).forEach(i -> {
            begin("line-" + i, "U" + i, Subject.AREA_NOTICES);
            if (i % 2 == 0) subscriptions.chooseAreas("line-" + i, Set.of(WEST));
        });
        List<Long> south = subscriptions.listFor(TOWN, Subject.AREA_NOTICES, Set.of(SOUTH)).stream()
                .map(Subscriber::id)
                .toList();
        assertThat(south).hasSize(2500);
        assertThat(subscriptions.reach("default", south).values()).hasSize(2500).contains("U1", "U4999");
        assertThat(subscriptions.reach("another", south)).isEmpty();
        assertThat(subscriptions.list(south)).hasSize(2500);
    }

    @Test
    void theUserIdIsNeverStoredReadablyAndOfNoUseInAnotherRow() {
        Subscriber one = begin("line-a", "U4af4980629", Subject.EVENTS);
        Subscriber other = begin("line-b", "U00000000001", Subject.EVENTS);
        // The same person in another chat is another row, and no copy of the first.
        subscriptions.begin("line-c", new Address("second", "U4af4980629"), TOWN, Language.JAPANESE, Subject.EVENTS);
        List<String> sealed = sql.list(row -> row.getString("sealed"), "select sealed from subscriber order by id");
        assertThat(sealed).doesNotHaveDuplicates().noneMatch(value -> value.contains("U4af4980629"));
        assertThat(one.toString() + new Address("default", "U4af4980629")).doesNotContain("U4af4980629");

        sql.update("update subscriber set sealed = ? where id = ?", sealed.getFirst(), other.id());
        List<Long> both = List.of(one.id(), other.id());
        assertThat(subscriptions.reach("default", both)).containsOnly(Map.entry(one.id(), "U4af4980629"));

        byte[] tampered = Base64.getDecoder().decode(sealed.getFirst());
        tampered[tampered.length - 1] ^= 1;
        sql.update("update subscriber set sealed = ?", Base64.getEncoder().encodeToString(tampered));
        assertThat(subscriptions.reach("default", both)).isEmpty();
    }

    @Test
    void onePersonIsInHereOnceWhateverTheirConversationIsCalled() {
        begin("line-a", "U1", Subject.EVENTS);
        Subscriber now = begin("line-b", "U1", Subject.NEWCOMER);
        assertThat(subscriptions.find("line-a")).isEmpty();
        assertThat(subscriptions.reach("default", List.of(now.id()))).containsValue("U1");
        assertThat(sql.list(row -> row.getString("person"), "select person from subscriber"))
                .singleElement()
                .satisfies(person -> assertThat(person).hasSize(64));
        try (ApplicationContext both = reopened(NEW_KEY, KEY)) {
            assertThat(both.getBean(Subscriptions.class).stop("line-c", new Address("default", "U1")))
                    .isTrue();
        }
        assertThat(subscriptions.find("line-b")).isEmpty();
        assertThat(subscriptions.stop("line-c", new Address("default", "U1"))).isFalse();
    }

    @Test
    void anotherKeyStopsTheStartUntilTheOldOneIsThereTooAndAllIsEncryptedAnew() {
        Subscriber resident = begin("line-a", "U1", Subject.EVENTS);
        assertThatThrownBy(() -> reopened(NEW_KEY, ""))
                .hasStackTraceContaining("subscriptions.key")
                .hasStackTraceContaining("subscriptions.old-key")
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain(NEW_KEY, KEY));

        try (ApplicationContext both = reopened(NEW_KEY, KEY)) {
            Subscriptions now = both.getBean(Subscriptions.class);
            assertThat(now.reach("default", List.of(resident.id()))).containsValue("U1");
            assertThat(now.reseal()).isEqualTo(1);
            assertThat(now.reseal()).isZero();
        }
        try (ApplicationContext anew = reopened(NEW_KEY, "")) {
            assertThat(anew.getBean(Subscriptions.class).reach("default", List.of(resident.id())))
                    .containsValue("U1");
        }
    }

    @Test
    void withoutAKeyNobodyCanBeginButAnybodyCanStop() {
        begin("line-a", "U1", Subject.EVENTS);
        try (ApplicationContext without = reopened("", "")) {
            Subscriptions now = without.getBean(Subscriptions.class);
            assertThat(now.isOffered()).isFalse();
            assertThat(now.reach("default", List.of(1L, 2L, 3L))).isEmpty();
            assertThat(now.stop("line-a")).isTrue();
        }
    }

    private ApplicationContext reopened(String key, String oldKey) {
        Map<String, Object> changed = new HashMap<>(settings);
        changed.put("subscriptions.key", key);
        changed.put("subscriptions.old-key", oldKey);
        ApplicationContext opened = ApplicationContext.run(changed);
        try {
            opened.getBean(Subscriptions.class);
            return opened;
        } catch (RuntimeException wrong) {
            opened.close();
            throw wrong;
        }
    }
}
