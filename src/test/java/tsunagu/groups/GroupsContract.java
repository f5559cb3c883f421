package tsunagu.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import tsunagu.Databases;
import tsunagu.HandClock;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;
import tsunagu.groups.entry.Content;
import tsunagu.groups.entry.Filter;
import tsunagu.groups.entry.Group;
import tsunagu.groups.entry.Groups;
import tsunagu.groups.entry.Kind;
import tsunagu.groups.entry.Outcome;
import tsunagu.groups.entry.State;
import tsunagu.groups.request.Request;
import tsunagu.groups.request.RequestState;
import tsunagu.groups.request.Requests;
import tsunagu.groups.stint.Stint;
import tsunagu.groups.stint.Stints;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/** What groups, requests and small jobs promise on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("clock of groups")
abstract class GroupsContract {
    private static final String MARK = "test.groups-clock";
    private static final Instant BEGIN = Instant.parse("2026-11-22T03:00:00Z");
    private static final HandClock CLOCK = new HandClock(BEGIN);
    private static final MunicipalityId TOWN = new MunicipalityId("nishitokyo");
    private static final AreaId SOUTH = AreaId.parse("nishitokyo/nanbu");

    private final Member editor = member("青木", Role.EDITOR, "nishitokyo");
    private final Member approver = member("馬場", Role.APPROVER, "nishitokyo");
    private final Member elsewhere = member("町田", Role.ADMINISTRATOR, "machida");
    private ApplicationContext context;
    private Groups groups;
    private GatheringFinder finder;
    private Requests requests;
    private GroupRequests asking;

    abstract Databases database();

    @BeforeAll
    void open() {
        Map<String, Object> settings = new HashMap<>(database().settings());
        settings.put(MARK, "true");
        context = ApplicationContext.run(settings);
        groups = context.getBean(Groups.class);
        finder = context.getBean(GatheringFinder.class);
        requests = context.getBean(Requests.class);
        asking = context.getBean(GroupRequests.class);
    }

    @AfterAll
    void close() {
        context.close();
    }

    @BeforeEach
    void emptied() {
        CLOCK.set(BEGIN);
        groups.listAll("nishitokyo").forEach(group -> groups.delete(group, "試験"));
    }

    private static Member member(String name, Role role, String municipality) {
        return new Member(UUID.randomUUID(), name, role, Optional.of(municipality));
    }

    private static Content content(String name, Kind kind, List<String> areas, LocalDate confirmed) {
        return new Content(
                name,
                "",
                kind,
                areas,
                "𠮷野家の😀集まり\n二行目 <b>'; drop table group_entry; --",
                "毎週火曜",
                new Content.Venue("会館", "住所", Optional.of(new Content.Point(35.7256, 139.5386))),
                "どなたでも",
                "",
                "",
                new Content.Contact(
                        new Content.Detail("係", true),
                        new Content.Detail("042-000-0000", true),
                        new Content.Detail("secret@example.jp", false),
                        new Content.Detail("", false)),
                true,
                List.of("100%", "下線_"),
                "",
                Optional.ofNullable(confirmed),
                new Content.Origin("届け出", ""));
    }

    private Group publish(String name, Kind kind, List<String> areas, LocalDate confirmed) {
        return groups.create(
                "nishitokyo", Optional.empty(), content(name, kind, areas, confirmed), State.PUBLISHED, approver);
    }

    private static Group done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).group();
    }

    @Test
    void keepsAllThatWasWrittenAndShowsItToItsOwnTownOnly() {
        Group group = publish("ひばりサロン", Kind.SALON, List.of(), LocalDate.of(2026, 11, 1));
        assertThat(groups.find(group.id(), editor)).contains(group);
        assertThat(group.editedAt()).isEqualTo(BEGIN);
        assertThat(groups.find(group.id(), elsewhere)).isEmpty();
    }

    @Test
    void ofManyWhoSaveUponTheSameRevisionOneSucceedsAndTheOthersAreTold() throws Exception {
        Group seen = publish("サロン", Kind.SALON, List.of(), null);
        var attempts = new ArrayList<Callable<Outcome>>();
        for (int i = 0; i < 6; i++) {
            Content other = content("サロン" + i, Kind.SALON, List.of(), null);
            attempts.add(() -> groups.save(seen, other, approver));
        }
        var outcomes = new ArrayList<Outcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(attempts)) outcomes.add(each.get());
        }
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Conflict.class::isInstance).hasSize(5);
    }

    @Test
    void anEditorWritesDraftsAndConfirmsAndOnlyAnApproverChangesWhatResidentsAreTold() {
        Group draft = groups.create(
                "nishitokyo",
                Optional.empty(),
                content("下書きの会", Kind.CIRCLE, List.of(), null),
                State.PUBLISHED,
                editor);
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(finder.knowsAny(TOWN)).isFalse();
        Group published = done(groups.publish(draft, approver));
        assertThat(finder.findNamed("下書きの会に入りたい", TOWN)).isPresent();
        assertThat(groups.save(published, published.content(), editor)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(groups.withdraw(published, elsewhere)).isInstanceOf(Outcome.NotAllowed.class);
        Group confirmed = done(groups.confirm(published, editor));
        assertThat(confirmed.content().confirmedOn()).contains(LocalDate.of(2026, 11, 22));
        done(groups.withdraw(confirmed, approver));
        assertThat(finder.knowsAny(TOWN)).isFalse();
        assertThat(context.getBean(AuditTrail.class).listLines(Optional.of("nishitokyo"), Optional.empty(), 3))
                .extracting(AuditTrail.Line::action)
                .containsExactly("団体・場所を取り下げ", "団体・場所を確認", "団体・場所を公開");
    }

    @Test
    void listsThoseLongUnconfirmedFirstAndFindsByAnySpelling() {
        publish("あの会", Kind.CIRCLE, List.of(), LocalDate.of(2026, 11, 1));
        publish("いの会", Kind.CIRCLE, List.of(), LocalDate.of(2025, 5, 21));
        publish("うの会", Kind.SALON, List.of(), LocalDate.of(2020, 1, 1));
        publish("えの会", Kind.SALON, List.of(), null);
        Optional<String> town = Optional.of("nishitokyo");
        var all = new Filter(town, Optional.empty(), Optional.empty(), "", 0);
        assertThat(groups.list(all))
                .extracting(group -> group.content().name())
                .containsExactly("えの会", "うの会", "いの会", "あの会");
        assertThat(groups.countStale(town)).isEqualTo(3);
        assertThat(groups.count(all)).isEqualTo(4);
        for (String words : List.of("ウノ会", "うの 会", "100% うの")) {
            assertThat(groups.list(new Filter(town, Optional.empty(), Optional.of(Kind.SALON), words, 0)))
                    .as(words)
                    .extracting(group -> group.content().name())
                    .containsExactly("うの会");
        }
        assertThat(groups.list(new Filter(Optional.of("machida"), Optional.empty(), Optional.empty(), "", 0)))
                .isEmpty();
    }

    @Test
    void ranksByFitThenAreaThenFreshnessAndTellsNoContactThatMustNotBeTold() {
        publish("南の古いサロン", Kind.SALON, List.of("nishitokyo/nanbu"), LocalDate.of(2020, 1, 1));
        publish("南のサロン", Kind.SALON, List.of("nishitokyo/nanbu"), LocalDate.of(2026, 10, 1));
        publish("西のサロン", Kind.SALON, List.of("nishitokyo/seibu"), LocalDate.of(2026, 11, 1));
        publish("みんなのサロン", Kind.SALON, List.of(), LocalDate.of(2026, 11, 1));
        publish("将棋の会", Kind.CIRCLE, List.of("nishitokyo/nanbu"), LocalDate.of(2026, 11, 1));
        var salons = new GatheringSearch(TOWN, Optional.of(SOUTH), "", List.of("salon"), List.of(), List.of());
        assertThat(finder.find(salons))
                .extracting(Gathering::name)
                .containsExactly("南のサロン", "南の古いサロン", "みんなのサロン", "西のサロン");
        var shogi = new GatheringSearch(
                TOWN, Optional.empty(), "", List.of("salon"), List.of(List.of("将棋", "shogi")), List.of());
        assertThat(finder.find(shogi)).extracting(Gathering::name).containsExactly("将棋の会");
        Gathering one = finder.find(shogi).getFirst();
        assertThat(one.contact().telephone()).contains("042-000-0000");
        assertThat(one.contact().mail()).isEmpty();
        assertThat(finder.find(salons).get(1).stale()).isTrue();
    }

    @Test
    void aRequestGoesFromConsentThroughStaffToItsEndAndLeavesNothing() {
        Gathering group = finder.find(
                        publish("申し込める会", Kind.CIRCLE, List.of(), null).id())
                .orElseThrow();
        String conversation = "c-" + UUID.randomUUID();
        asking.begin(conversation, group, "ja");
        assertThat(requests.list(Optional.empty(), RequestState.NEW)).isEmpty();
        asking.consented(conversation);
        asking.called(conversation, "田中");
        asking.reach(conversation, "042-000-1111");
        asking.send(conversation);
        Request sent =
                requests.list(Optional.of("nishitokyo"), RequestState.NEW).getFirst();
        assertThat(List.of(sent.called(), sent.reach())).containsExactly("田中", "042-000-1111");
        assertThat(sent.toString()).doesNotContain("田中").doesNotContain("042-000-1111");
        assertThat(requests.find(sent.id(), elsewhere)).isEmpty();
        assertThat(requests.move(sent, RequestState.PASSED_ON, elsewhere)).isFalse();
        assertThat(requests.move(sent, RequestState.PASSED_ON, editor)).isTrue();
        assertThat(requests.move(sent, RequestState.DONE, editor))
                .as("seen before")
                .isFalse();
        asking.withdraw(conversation, asking.listSent(conversation).getFirst());
        Request withdrawn =
                requests.list(Optional.of("nishitokyo"), RequestState.WITHDRAWN).getFirst();
        assertThat(withdrawn.reach()).isEmpty();
        CLOCK.set(BEGIN.plus(Duration.ofDays(91)));
        assertThat(requests.list(Optional.of("nishitokyo"), RequestState.WITHDRAWN))
                .isEmpty();
        assertThat(requests.deleteExpired()).isEqualTo(1);
    }

    @Test
    void whatWasBegunIsForgottenAfterAnHourAndWhatWasSentOnDemand() {
        Gathering group = finder.find(
                        publish("申し込める会", Kind.CIRCLE, List.of(), null).id())
                .orElseThrow();
        asking.begin("slow", group, "ja");
        CLOCK.set(BEGIN.plus(Duration.ofMinutes(61)));
        assertThat(asking.findDraft("slow")).isEmpty();
        asking.begin("quick", group, "ja");
        asking.send("quick");
        assertThat(asking.listSent("quick")).hasSize(1);
        asking.forget("quick");
        assertThat(asking.listSent("quick")).isEmpty();
        assertThat(requests.deleteExpired()).isEqualTo(1);
    }

    @Test
    void smallJobsAreOfferedUntilTheyAreFullOrPast() {
        Stints stints = context.getBean(Stints.class);
        StintFinder open = context.getBean(StintFinder.class);
        var stint = new Stint(
                0,
                "nishitokyo",
                Optional.empty(),
                "マルシェの会場づくり",
                "軍手をお持ちください",
                "nishitokyo/nanbu",
                LocalDateTime.of(2026, 11, 28, 9, 0),
                90,
                "駅前広場",
                1,
                State.PUBLISHED,
                0,
                "",
                Instant.EPOCH);
        assertThat(stints.save(stint, editor).orElseThrow().state()).isEqualTo(State.DRAFT);
        Stint saved = stints.save(stint, approver).orElseThrow();
        assertThat(stints.save(saved, editor)).as("what residents are told").isEmpty();
        assertThat(open.listOpen(TOWN)).extracting(OpenStint::left).containsExactly(1);
        asking.begin("helper", open.find(saved.id()).orElseThrow(), "ja");
        asking.send("helper");
        assertThat(open.listOpen(TOWN)).isEmpty();
        asking.withdraw("helper", asking.listSent("helper").getFirst());
        assertThat(open.listOpen(TOWN)).hasSize(1);
        CLOCK.set(Instant.parse("2026-11-28T00:00:00Z"));
        assertThat(open.listOpen(TOWN)).as("it has begun").isEmpty();
        assertThat(open.find(saved.id()).orElseThrow().past()).isTrue();
        asking.forget("helper");
    }

    @Factory
    @Requires(property = MARK)
    static class Time {
        @Singleton
        @Replaces(Clock.class)
        Clock clock() {
            return CLOCK;
        }
    }
}
