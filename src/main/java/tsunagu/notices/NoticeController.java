package tsunagu.notices;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.desk.Choice;
import tsunagu.desk.Towns;
import tsunagu.message.Message;
import tsunagu.notices.notice.Content;
import tsunagu.notices.notice.ContentReader;
import tsunagu.notices.notice.Notice;
import tsunagu.notices.notice.Notices;
import tsunagu.notices.notice.Plans;
import tsunagu.notices.notice.Wording;
import tsunagu.notices.outbox.Outbox;
import tsunagu.notices.outbox.Progress;
import tsunagu.notices.page.Report;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;
import tsunagu.text.Language;

/** Notices to look at: the list, each on its page, what would happen, and what became of it. */
@Controller(NoticesMenu.LIST)
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NoticeController {
    private final Notices notices;
    private final Plans plans;
    private final Wording wording;
    private final Outbox outbox;
    private final ContentReader reader;
    private final Towns towns;
    private final StaffPages pages;

    NoticeController(
            Notices notices,
            Plans plans,
            Wording wording,
            Outbox outbox,
            ContentReader reader,
            Towns towns,
            StaffPages pages) {
        this.notices = notices;
        this.plans = plans;
        this.wording = wording;
        this.outbox = outbox;
        this.reader = reader;
        this.towns = towns;
        this.pages = pages;
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> list(Member member, Shell shell, @QueryValue Optional<String> municipality) {
        String town = towns.choose(municipality, member);
        List<Notice> all = notices.list(town);
        Map<Long, Report> reports =
                outbox
                        .listProgress(all.stream()
                                .flatMap(one -> one.outgoing().stream())
                                .toList())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> new Report(one.getValue())));
        return pages.show(
                "notices/list",
                shell,
                Map.of(
                        "notices",
                        all,
                        "reports",
                        reports,
                        "municipality",
                        town,
                        "municipalities",
                        towns.listFor(member),
                        "reader",
                        reader));
    }

    @Get("/{id}")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> show(Member member, Shell shell, long id) {
        return notices.find(id, member)
                .<HttpResponse<String>>map(notice -> {
                    var model = new HashMap<String, Object>(progress(shell, notice));
                    model.putAll(Map.of(
                            "municipality",
                            towns.name(notice.municipality()),
                            "areas",
                            areas(notice),
                            "previews",
                            previews(notice.content(), notice.corrects().isPresent()),
                            "recipients",
                            plans.count(notice),
                            "corrections",
                            notices.listCorrections(notice),
                            "reader",
                            reader));
                    return pages.show("notices/entry", shell, model);
                })
                .orElseGet(HttpResponse::notFound);
    }

    /** What would happen if it were sent now: the dry run. */
    @Get("/{id}/plan")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> plan(Member member, Shell shell, long id) {
        return notices.find(id, member)
                .filter(notice -> notice.state() != Notice.State.SENT && notice.state() != Notice.State.WITHDRAWN)
                .<HttpResponse<String>>map(notice -> pages.show(
                        "notices/plan",
                        shell,
                        Map.of(
                                "notice",
                                notice,
                                "plan",
                                plans.plan(notice),
                                "areas",
                                areas(notice),
                                "previews",
                                previews(notice.content(), notice.corrects().isPresent()),
                                "reader",
                                reader)))
                .orElseGet(HttpResponse::notFound);
    }

    /** The part of the page that follows the sending. */
    @Get("/{id}/progress")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> progress(Member member, Shell shell, long id) {
        return notices.find(id, member)
                .<HttpResponse<String>>map(notice -> pages.part("notices/progress", progress(shell, notice)))
                .orElseGet(HttpResponse::notFound);
    }

    private Map<String, Object> progress(Shell shell, Notice notice) {
        Optional<Progress> progress = notice.outgoing().flatMap(outbox::findProgress);
        return Map.of("shell", shell, "notice", notice, "report", progress.map(Report::new), "reader", reader);
    }

    /** By the name of the language; of those it has its own words in, Japanese first. */
    private Map<String, List<Message>> previews(Content content, boolean correction) {
        var previews = new LinkedHashMap<String, List<Message>>();
        for (Language language : Language.values()) {
            boolean own =
                    language == Language.JAPANESE || content.translations().containsKey(language);
            if (own) previews.put(name(language), wording.in(language, content, correction));
        }
        return previews;
    }

    static String name(Language language) {
        return switch (language) {
            case JAPANESE -> "日本語";
            case EASY_JAPANESE -> "やさしい日本語";
            case ENGLISH -> "英語";
            case CHINESE -> "中国語";
            case KOREAN -> "韓国語";
        };
    }

    private String areas(Notice notice) {
        if (notice.content().areas().isEmpty()) return "自治体全体";
        return towns.areas(notice.municipality()).stream()
                .filter(area -> notice.content().areas().contains(area.value()))
                .map(Choice::label)
                .collect(Collectors.joining("、"));
    }
}
