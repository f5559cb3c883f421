package tsunagu.submissions;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagu.desk.Sent;
import tsunagu.desk.Towns;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;
import tsunagu.submissions.entry.State;
import tsunagu.submissions.entry.Submission;
import tsunagu.submissions.entry.Submissions;
import tsunagu.submissions.page.Review;
import tsunagu.submissions.picture.Pictures;

/** What residents have sent in, as staff decide on it. Only who may act on it sees it. */
@Controller("/console/submissions")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReviewController {
    private static final String LIST = "/console/submissions";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String CHANGED = "ほかの人が先に変更したか、取り下げられています。いまの状態を確かめてください。";

    private final Submissions submissions;
    private final Entries entries;
    private final Towns towns;
    private final StaffPages pages;
    private final Clock clock;

    ReviewController(Submissions submissions, Entries entries, Towns towns, StaffPages pages, Clock clock) {
        this.submissions = submissions;
        this.entries = entries;
        this.towns = towns;
        this.pages = pages;
        this.clock = clock;
    }

    @Factory
    static final class Menu {
        @Singleton
        @Named("submissions")
        MenuEntry submissions() {
            return new MenuEntry(44, "住民からの情報", LIST, Role.EDITOR);
        }
    }

    @Get
    @AtLeast(Role.EDITOR)
    HttpResponse<String> list(Member member, Shell shell, @QueryValue Optional<String> state) {
        State shown = state.flatMap(State::findByKey)
                .filter(one -> one != State.DRAFT)
                .orElse(State.NEW);
        Map<State, Long> counts = new EnumMap<>(State.class);
        for (State one : List.of(State.NEW, State.HELD, State.TAKEN)) {
            counts.put(one, submissions.count(member.municipality(), one));
        }
        List<Review> reviews = submissions.list(member.municipality(), shown).stream()
                .map(one -> review(one, false))
                .toList();
        return pages.show(
                "submissions/list",
                shell,
                Map.of(
                        "shown",
                        shown,
                        "reviews",
                        reviews,
                        "counts",
                        new Review.Counts(counts),
                        "days",
                        submissions.keep().toDays()));
    }

    @Get("/{id}")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> show(Member member, Shell shell, UUID id) {
        return submissions
                .find(id, member)
                .map(one -> show(HttpStatus.OK, shell, one, ""))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<String> show(HttpStatus status, Shell shell, Submission one, String problem) {
        return pages.show(status, "submissions/review", shell, Map.of("review", review(one, true), "problem", problem));
    }

    private Review review(Submission one, boolean whole) {
        Instant sent = one.times().createdAt();
        boolean decides = whole && one.state().isWaiting();
        return new Review(
                one,
                towns.name(one.municipality()),
                DAY.format(sent.atZone(clock.getZone())),
                decides ? entries.listAlike(one) : List.of(),
                whole ? entries.staffPath(one) : "",
                entries.fate(one) == SentReport.Fate.PUBLISHED ? entries.publicPath(one) : "");
    }

    @Get(value = "/{id}/picture", produces = MediaType.ALL)
    @AtLeast(Role.EDITOR)
    HttpResponse<byte[]> picture(Member member, UUID id) {
        return submissions
                .find(id, member)
                .flatMap(submissions::findPicture)
                .<HttpResponse<byte[]>>map(bytes -> HttpResponse.ok(bytes)
                        .contentType(MediaType.of(Pictures.TYPE))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"))
                .orElseGet(HttpResponse::notFound);
    }

    /** On to the editor, where all that was sent in stands already. */
    @Post("/{id}/take")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> take(Member member, Shell shell, UUID id, @Body Map<String, String> sent) {
        Optional<Submission> found = submissions.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Submission one = found.get();
        boolean seen = Sent.revision(sent) == one.revision();
        Optional<Long> made =
                seen ? submissions.take(one, member, () -> entries.create(one, member)) : Optional.empty();
        if (made.isEmpty()) return pages.moveOn(shell, LIST + "/" + id, CHANGED);
        String path = submissions.find(id, member).map(entries::staffPath).orElse(LIST);
        String says = "下書きを作りました。内容を確かめて、足りないところを書き足してください。公開すると、送ってくれた人にお礼とページのリンクが伝わります。";
        return pages.moveOn(shell, path + "/edit", says);
    }

    @Post("/{id}/decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> decline(Member member, Shell shell, UUID id, @Body Map<String, String> sent) {
        Optional<Submission> found = submissions.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        String reason = Sent.reason(sent);
        if (reason.isEmpty()) {
            return show(HttpStatus.UNPROCESSABLE_ENTITY, shell, found.get(), "送ってくれた人が読む理由を書いてください。");
        }
        boolean seen = Sent.revision(sent) == found.get().revision();
        boolean declined = seen && submissions.decline(found.get(), reason, member);
        return declined
                ? pages.moveOn(shell, LIST, "見送りました。理由は、送ってくれた人に伝わります。")
                : pages.moveOn(shell, LIST + "/" + id, CHANGED);
    }

    @Post("/{id}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> release(Member member, Shell shell, UUID id, @Body Map<String, String> sent) {
        Optional<Submission> found = submissions.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        boolean released = Sent.revision(sent) == found.get().revision() && submissions.release(found.get(), member);
        return pages.moveOn(shell, LIST + "/" + id, released ? "「新しい」に移しました。" : CHANGED);
    }
}
