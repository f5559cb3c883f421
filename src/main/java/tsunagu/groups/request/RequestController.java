package tsunagu.groups.request;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** Who asked to join and who offered to help; staff pass it on to the group. Only who may act on it sees it. */
@Controller("/console/requests")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RequestController {
    private static final String LIST = "/console/requests";

    private final Requests requests;
    private final StaffPages pages;
    private final Clock clock;

    RequestController(Requests requests, StaffPages pages, Clock clock) {
        this.requests = requests;
        this.clock = clock;
        this.pages = pages;
    }

    @Factory
    static final class Menu {
        @Singleton
        @Named("requests")
        MenuEntry requests() {
            return new MenuEntry(42, "申し込み", LIST, Role.EDITOR);
        }
    }

    @Get
    @AtLeast(Role.EDITOR)
    HttpResponse<String> list(Member member, Shell shell, @QueryValue Optional<String> state) {
        RequestState shown = state.flatMap(RequestState::findByKey)
                .filter(one -> one != RequestState.DRAFT)
                .orElse(RequestState.NEW);
        return pages.show(
                "groups/requests",
                shell,
                Map.of(
                        "shown",
                        shown,
                        "requests",
                        requests.list(member.municipality(), shown),
                        "fresh",
                        requests.count(member.municipality(), RequestState.NEW),
                        "zone",
                        clock.getZone(),
                        "days",
                        requests.keep().toDays()));
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> move(Member member, Shell shell, UUID id, @Body Map<String, String> sent) {
        Optional<Request> found = requests.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Request request = found.get();
        String revision = sent.getOrDefault("revision", "");
        Optional<RequestState> to = RequestState.findByKey(sent.getOrDefault("to", ""));
        boolean moved = revision.equals(Long.toString(request.revision()))
                && to.filter(state -> requests.move(request, state, member)).isPresent();
        String says = moved ? "「" + to.get().label() + "」にしました。" : "ほかの人が先に変更したか、取り消されています。いまの状態を確かめてください。";
        return pages.moveOn(shell, LIST + "?state=" + request.state().key(), says);
    }
}
