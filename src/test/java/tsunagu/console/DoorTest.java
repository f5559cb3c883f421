package tsunagu.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.OpenQuestions;
import tsunagu.conversation.OpenQuestions.Place;
import tsunagu.conversation.OpenQuestions.State;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.staff.Accounts;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/**
 * Who may open which page: every route below {@code /console} that the server has, against the table in
 * {@code routes.tsv}, which is also where to look it up.
 */
class DoorTest {
    private static final Path TABLE = Path.of("src/test/resources/console/routes.tsv");
    private static final String NOBODY = "nobody";
    private static final String EVERYBODY = "everybody";

    private static TestStaff town;

    @BeforeAll
    static void open() {
        town = TestStaff.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    /** {@code GET /console/staff} to the least role, or {@code everybody}. */
    private static Map<String, String> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(
                        cells -> cells[0] + " " + cells[1], cells -> cells[2], (a, b) -> a, LinkedHashMap::new));
    }

    private static Map<String, UriRouteInfo<?, ?>> routes() {
        var routes = new TreeMap<String, UriRouteInfo<?, ?>>();
        town.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toString().startsWith("/console"))
                .filter(route -> !Set.of("HEAD", "OPTIONS").contains(route.getHttpMethodName()))
                .forEach(route -> routes.put(
                        route.getHttpMethodName() + " "
                                + route.getUriMatchTemplate().toPathString(),
                        route));
        return routes;
    }

    @Test
    void theTableNamesEveryRouteThatThereIs() throws IOException {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(routes().keySet());
    }

    @Test
    void everyRouteOpensToItsRolesAndToNobodyElse() throws IOException {
        var wrong = new TreeSet<String>();
        Map<String, String> table = table();
        // Signing out ends what the others need.
        String out = "POST /console/sign-out";
        Map<String, String> last = Map.of(out, table.remove(out));
        for (var row : table.entrySet()) check(row, NOBODY, town.visitor(), wrong);
        for (Role role : Role.values()) {
            for (Optional<String> municipality : List.of(Optional.<String>empty(), Optional.of("machida"))) {
                var browser = town.member(role, municipality);
                for (var row : table.entrySet()) check(row, role.key(), browser, wrong);
                for (var row : last.entrySet()) check(row, role.key(), browser, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatBelongsToAnotherMunicipalityIsNotFound() {
        town.bean(UnansweredQuestions.class).keep("a", "nishitokyo", "会費はいくらですか", "UNDOCUMENTED", Optional.empty());
        UUID question = town.bean(OpenQuestions.class)
                .listQuestions(Optional.of("nishitokyo"), State.NEW, Place.START, 1)
                .getFirst()
                .id();
        UUID account = account("nishitokyo");
        UUID ofAll = account(null);
        var theirs = town.member(Role.ADMINISTRATOR, Optional.of("nishitokyo"));
        var others = town.member(Role.ADMINISTRATOR, Optional.of("machida"));

        for (String path : List.of("/console/questions/" + question, "/console/staff/" + account)) {
            assertThat(theirs.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(others.get(path).statusCode()).as(path).isEqualTo(404);
        }
        Map<String, String> ignored = Map.of("state", "ignored");
        assertThat(others.post("/console/questions/" + question, ignored).statusCode())
                .isEqualTo(404);
        Map<String, String> raised = Map.of("role", "administrator", "municipality", "machida", "active", "yes");
        assertThat(others.post("/console/staff/" + account, raised).statusCode())
                .isEqualTo(404);
        assertThat(theirs.post("/console/staff/" + ofAll, raised).statusCode()).isEqualTo(404);
        assertThat(others.post("/console/staff/" + account + "/new-password", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(others.get("/console/questions").body()).doesNotContain("会費");
        assertThat(others.get("/console/staff").body()).doesNotContain("西東京市");
        assertThat(others.get("/console/trail").body()).doesNotContain("西東京市");
    }

    @Test
    void nobodyGivesMoreThanTheyHave() {
        var ofOne = town.member(Role.ADMINISTRATOR, Optional.of("machida"));
        for (String municipality : List.of("", "nishitokyo", "nowhere")) {
            HttpResponse<String> refused =
                    ofOne.post("/console/staff/invitations", Map.of("role", "viewer", "municipality", municipality));
            assertThat(refused.statusCode()).as(municipality).isEqualTo(422);
        }
        HttpResponse<String> invited =
                ofOne.post("/console/staff/invitations", Map.of("role", "viewer", "municipality", "machida"));
        assertThat(invited.body()).contains(town.url() + "/console/set-up/");
    }

    private static UUID account(String municipality) {
        town.member(Role.VIEWER, Optional.ofNullable(municipality));
        var all = new Member(UUID.randomUUID(), "", Role.ADMINISTRATOR, Optional.empty());
        return town.bean(Accounts.class).listAccounts(all).stream()
                .filter(account -> account.municipality().equals(Optional.ofNullable(municipality)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void check(Map.Entry<String, String> row, String who, TestStaff.Browser browser, Set<String> wrong) {
        String[] route = row.getKey().split(" ");
        String path =
                route[1].replaceAll("\\{id}", UUID.randomUUID().toString()).replaceAll("\\{[^}]+}", "1");
        HttpResponse<String> response = route[0].equals("GET") ? browser.get(path) : browser.post(path, Map.of());
        boolean open = row.getValue().equals(EVERYBODY)
                || !who.equals(NOBODY)
                        && Role.findByKey(who)
                                .orElseThrow()
                                .isAtLeast(Role.findByKey(row.getValue()).orElseThrow());
        boolean passed = who.equals(NOBODY) && !row.getValue().equals(EVERYBODY)
                ? !response.headers().firstValue("Location").orElse("").startsWith("/console/sign-in")
                : response.statusCode() != 403;
        if (response.statusCode() >= 500 || passed != open) {
            wrong.add(row.getKey() + " by " + who + ": " + response.statusCode());
        }
    }

    /** What is sent as anything but a form is not checked for where it comes from, so nothing else may be taken. */
    @Test
    void everyChangeIsAFormAndNothingElse() {
        for (var route : routes().entrySet()) {
            if (route.getKey().startsWith("GET")) continue;
            assertThat(route.getValue().getConsumes())
                    .as(route.getKey())
                    .isNotEmpty()
                    .allSatisfy(type -> assertThat(type.getName())
                            .isIn("application/x-www-form-urlencoded", "multipart/form-data"));
        }
    }

    @Test
    void theTableSaysWhatTheCodeSays() throws IOException {
        Map<String, String> table = table();
        routes().forEach((name, route) -> {
            String least = ((MethodBasedRouteInfo<?, ?>) route)
                    .getTargetMethod()
                    .enumValue(AtLeast.class, Role.class)
                    .map(Role::key)
                    .orElse(EVERYBODY);
            assertThat(table.get(name)).as(name).isEqualTo(least);
        });
    }

    /** Ways of writing an address that another server, or a careless rule, would take for another page. */
    @Test
    void noWayOfWritingAnAddressSlipsPast() {
        List<String> tries = Arrays.asList(
                "/console/",
                "/console//staff",
                "//console/staff",
                "/console/./staff",
                "/console/%73taff",
                "/%63onsole/staff",
                "/console/staff/",
                "/console;x/staff",
                "/x/../console/staff",
                "/Console/staff");
        for (String path : tries) {
            HttpResponse<String> response = town.visitor().get(path);
            assertThat(response.body()).as(path).doesNotContain("招待する");
            assertThat(response.statusCode()).as(path).isIn(303, 400, 404);
        }
    }
}
