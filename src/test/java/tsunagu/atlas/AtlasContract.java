package tsunagu.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tsunagu.Databases;
import tsunagu.areas.Area;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceFinder;
import tsunagu.atlas.change.ChangeSet;
import tsunagu.atlas.change.ChangeSets;
import tsunagu.atlas.change.ChangeSets.Outcome;
import tsunagu.atlas.change.Contents;
import tsunagu.atlas.change.Origin;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/** What sets of changes promise on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("clock of areas")
abstract class AtlasContract {
    private static final String TOWN = "nishitokyo";
    private static final MunicipalityId ID = new MunicipalityId(TOWN);
    private static final Origin PAGE = Origin.page("市", "見直し", "2027-03-01", "", true);

    private final Member editor = member("青木", Role.EDITOR, TOWN);
    private final Member approver = member("馬場", Role.APPROVER, TOWN);
    private final Member elsewhere = member("町田", Role.ADMINISTRATOR, "machida");
    private ApplicationContext context;
    private ChangeSets sets;
    private Municipalities municipalities;

    abstract Databases database();

    @BeforeAll
    void open() {
        Map<String, Object> settings = new HashMap<>(database().settings());
        settings.put(AtlasClock.MARK, "true");
        // The tests say when to look.
        settings.put("atlas.follow", "1h");
        context = ApplicationContext.run(settings);
        sets = context.getBean(ChangeSets.class);
        municipalities = context.getBean(Municipalities.class);
    }

    @AfterAll
    void close() {
        context.close();
    }

    private static Member member(String name, Role role, String municipality) {
        return new Member(UUID.randomUUID(), name, role, Optional.of(municipality));
    }

    private static ChangeSets.Draft draft(String title, LocalDate day, Contents.Lies... lies) {
        return new ChangeSets.Draft(TOWN, ChangeSet.Kind.AREAS, title, day, PAGE, Contents.ofAreas(List.of(lies)));
    }

    private static Contents.Lies town(String name, String area) {
        return new Contents.Lies(false, name, area.isEmpty() ? "" : TOWN + "/" + area);
    }

    private ChangeSet again(ChangeSet set) {
        return sets.find(set.id(), editor).orElseThrow();
    }

    private Area.Town townNow(String name) {
        return find(municipalities.getMunicipality(ID), name);
    }

    private static Area.Town find(Municipality municipality, String name) {
        return municipality
                .towns()
                .filter(town -> town.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String areaNow(String town) {
        return townNow(town).area().map(Object::toString).orElse("");
    }

    @Test
    void a_change_goes_from_draft_to_what_is_told_and_back() {
        AtlasClock.at("2026-11-22T12:00");
        ChangeSet draft = sets.create(draft("泉町を南部に", sets.today(), town("泉町", "nanbu")), editor);
        assertThat(areaNow("泉町")).isEqualTo("nishitokyo/chubu");
        assertThat(sets.find(draft.id(), elsewhere)).isEmpty();
        assertThat(sets.approve(draft, editor)).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(sets.approve(draft, elsewhere)).isEqualTo(Outcome.NOT_ALLOWED);

        assertThat(sets.save(draft, draft("泉町を西部に", sets.today(), town("泉町", "seibu")), editor))
                .isEqualTo(Outcome.DONE);
        assertThat(sets.approve(draft, approver)).as("seen before the change").isEqualTo(Outcome.CONFLICT);
        assertThat(sets.approve(again(draft), approver)).isEqualTo(Outcome.DONE);

        assertThat(areaNow("泉町")).isEqualTo("nishitokyo/seibu");
        Area.Placement placement = townNow("泉町").placement().orElseThrow();
        assertThat(placement.since()).contains(LocalDate.of(2026, 11, 22));
        assertThat(placement.lies().evidence().getFirst())
                .isInstanceOfSatisfying(
                        Fact.OutsidePage.class, page -> assertThat(page.title()).isEqualTo("見直し"));
        assertThat(townNow("泉町").reading()).isEqualTo("いずみちょう");
        assertThat(townNow("泉町").postcodes()).containsExactly("202-0011");

        assertThat(sets.save(again(draft), draft("後から", sets.today(), town("泉町", "nanbu")), editor))
                .isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(sets.withdraw(again(draft), editor)).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(sets.withdraw(again(draft), approver)).isEqualTo(Outcome.DONE);
        assertThat(areaNow("泉町")).isEqualTo("nishitokyo/chubu");
        assertThat(context.getBean(AuditTrail.class).listLines(Optional.of(TOWN), Optional.empty(), 10))
                .extracting(AuditTrail.Line::action)
                .startsWith("区域：取り下げ", "区域：承認", "区域：変更", "区域：作成");
    }

    @Test
    void whoever_wrote_a_change_does_not_approve_it_and_a_stranger_writes_none() {
        AtlasClock.at("2026-11-22T12:00");
        ChangeSet own = sets.create(draft("自分で", sets.today(), town("北町", "")), approver);
        assertThat(sets.approve(own, approver)).isEqualTo(Outcome.FOUR_EYES);
        assertThat(sets.withdraw(own, approver)).isEqualTo(Outcome.DONE);
        assertThatThrownBy(() -> sets.create(draft("よそから", sets.today(), town("北町", "")), elsewhere))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_map_loaded_in_march_holds_from_the_first_moment_of_april_in_tokyo() {
        AtlasClock.at("2027-03-01T09:00");
        LocalDate april = LocalDate.of(2027, 4, 1);
        var lies = new Contents.Lies[] {
            town("新町", "seibu"),
            town("田無町三丁目", "nanbu"),
            town("緑町", ""),
            new Contents.Lies(true, "青嵐中", TOWN + "/chubu")
        };
        ChangeSet map = sets.create(draft("4月の見直し", april, lies), editor);
        sets.approve(map, approver);
        assertThat(areaNow("新町")).isEqualTo("nishitokyo/nanbu");
        AtlasClock.at("2027-03-31T23:59:59");
        municipalities.follow();
        assertThat(areaNow("新町")).isEqualTo("nishitokyo/nanbu");
        assertThat(find(municipalities.findMunicipality(ID, april).orElseThrow(), "新町")
                        .area())
                .as("shown beforehand")
                .hasToString("Optional[nishitokyo/seibu]");

        AtlasClock.at("2027-04-01T00:00");
        municipalities.follow();
        assertThat(areaNow("新町")).isEqualTo("nishitokyo/seibu");
        assertThat(areaNow("田無町三丁目")).isEqualTo("nishitokyo/nanbu");
        assertThat(areaNow("田無町")).isEqualTo("nishitokyo/chubu");
        assertThat(names("田無町3丁目に住んでいます")).containsExactly("田無町三丁目");
        assertThat(names("田無町５丁目です")).containsExactly("田無町");
        assertThat(areaNow("緑町")).isEmpty();
        assertThat(municipalities.getMunicipality(ID).areas().stream()
                        .filter(area -> area.schools().stream()
                                .anyMatch(school -> school.name().equals("青嵐中"))))
                .extracting(Area::name)
                .containsExactly("中部");
        sets.withdraw(again(map), approver);
        assertThat(areaNow("新町")).isEqualTo("nishitokyo/nanbu");
    }

    @Test
    void of_registers_the_last_one_in_force_stands_for_all_before_it() {
        AtlasClock.at("2026-11-22T12:00");
        var first = List.of(
                new Contents.Post("202-9999", List.of("泉町", "住吉町"), ""), new Contents.Post("202-0000", List.of(), ""));
        var second = List.of(new Contents.Post("202-8888", List.of("泉町"), ""));
        ChangeSet one = register("一", LocalDate.of(2026, 11, 1), first);
        assertThat(townNow("泉町").postcodes()).containsExactly("202-9999");
        assertThat(townNow("北町").postcodes()).as("not in it").containsExactly("202-0003");
        ChangeSet later = register("二", LocalDate.of(2026, 12, 1), second);
        assertThat(sets.findInForce(TOWN, ChangeSet.Kind.POSTCODES, sets.today())
                        .map(ChangeSet::id))
                .contains(one.id());
        AtlasClock.at("2026-12-01T00:00");
        municipalities.follow();
        assertThat(townNow("泉町").postcodes()).containsExactly("202-8888");
        assertThat(townNow("住吉町").postcodes()).containsExactly("202-0005");
        sets.withdraw(again(later), approver);
        assertThat(townNow("泉町").postcodes()).containsExactly("202-9999");
        sets.withdraw(again(one), approver);
    }

    private ChangeSet register(String title, LocalDate day, List<Contents.Post> posts) {
        var draft = new ChangeSets.Draft(
                TOWN, ChangeSet.Kind.POSTCODES, title, day, PAGE, Contents.ofPosts(posts, List.of()));
        return sets.createApproved(draft, "試験");
    }

    @Test
    void words_that_a_document_does_not_hold_are_no_source() {
        AtlasClock.at("2026-11-22T12:00");
        var origin = new Origin("nishitokyo-report-2025", "この言葉はどこにもない", "", "", "", "", true);
        var draft = new ChangeSets.Draft(
                TOWN,
                ChangeSet.Kind.AREAS,
                "言葉のない変更",
                sets.today(),
                origin,
                Contents.ofAreas(List.of(town("南町", "seibu"))));
        ChangeSet set = sets.createApproved(draft, "試験");
        assertThat(areaNow("南町")).isEqualTo("nishitokyo/nanbu");
        sets.withdraw(again(set), approver);
    }

    @Test
    void a_register_from_the_command_line_is_taken_once_and_its_names_are_known_however_they_are_written(
            @TempDir Path folder) throws IOException {
        AtlasClock.at("2026-11-22T12:00");
        Path file = Files.writeString(folder.resolve("mt_town.csv"), """
            lg_code,machiaza_id,oaza_cho,oaza_cho_kana,oaza_cho_roma,chome,koaza
            132292,0050000,梅見台,ウメミダイ,Umemidai,,
            132292,0051001,新が丘町,アラタガオカチョウ,Aratagaokacho,一丁目,
            132292,0052000,,ナシ,,,
            """);
        var bean = context.getBean(FileImport.class);
        Map<String, String> origin = Map.of("publisher", "デジタル庁", "page-title", "町字マスター", "published", "2026-10-31");
        assertThat(bean.read("towns", file, TOWN, "", origin, false, true).summary())
                .contains("何も変えていません");
        assertThat(names("梅見台です")).isEmpty();
        assertThat(bean.read("towns", file, TOWN, "", Map.of(), false, false).done())
                .as("without a source")
                .isFalse();

        FileImport.Told told = bean.read("towns", file, TOWN, "", origin, false, false);
        assertThat(told.bad()).singleElement().asString().startsWith("4行目: oaza_cho");
        assertThat(told.summary()).contains("2件読めました");
        for (String written : List.of("梅見台です", "うめみだい", "Umemidai", "ウメミダイに住んでいます")) {
            assertThat(names(written)).as(written).containsExactly("梅見台");
        }
        assertThat(names("aratagaokacho")).containsExactly("新が丘町");
        assertThat(names("あらたがおか町")).containsExactly("新が丘町");
        assertThat(townNow("梅見台").area()).isEmpty();

        assertThat(bean.read("towns", file, TOWN, "", origin, false, false).summary())
                .contains("同じ内容");
        List<ChangeSet> taken = sets.list(TOWN).stream()
                .filter(set -> set.kind() == ChangeSet.Kind.TOWNS)
                .toList();
        assertThat(taken).hasSize(1);
        sets.withdraw(taken.getFirst(), approver);
        assertThat(names("梅見台です")).isEmpty();
    }

    private List<String> names(String words) {
        return context.getBean(PlaceFinder.class).read(words, Optional.empty(), ID).places().stream()
                .map(Place::name)
                .toList();
    }
}
