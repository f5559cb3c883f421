package tsunagu.console.questions;

import io.micronaut.core.annotation.Nullable;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagu.console.wording.Jurisdictions;
import tsunagu.console.wording.Times;
import tsunagu.conversation.OpenQuestions;
import tsunagu.conversation.OpenQuestions.OpenQuestion;
import tsunagu.conversation.OpenQuestions.State;
import tsunagu.staff.AtLeast;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** The questions nobody could answer: the list, each of them, and what is done about it. */
@Controller("/console/questions")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QuestionsController {
    private static final String PATH = "/console/questions";
    private static final int ON_A_PAGE = 30;
    private static final int LONGEST_NOTE = 300;

    private final StaffPages pages;
    private final OpenQuestions questions;
    private final NearestPassages nearest;
    private final Jurisdictions jurisdictions;
    private final AuditTrail trail;
    private final Clock clock;

    QuestionsController(
            StaffPages pages,
            OpenQuestions questions,
            NearestPassages nearest,
            Jurisdictions jurisdictions,
            AuditTrail trail,
            Clock clock) {
        this.pages = pages;
        this.questions = questions;
        this.nearest = nearest;
        this.jurisdictions = jurisdictions;
        this.trail = trail;
        this.clock = clock;
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> list(
            Member member, Shell shell, @Nullable @QueryValue String state, @Nullable @QueryValue String after) {
        State shown = Optional.ofNullable(state).flatMap(State::findByKey).orElse(State.NEW);
        var place = QuestionPlace.read(after);
        List<OpenQuestion> found = questions.listQuestions(member.municipality(), shown, place, ON_A_PAGE + 1);
        boolean more = found.size() > ON_A_PAGE;
        List<OpenQuestion> page = more ? found.subList(0, ON_A_PAGE) : found;
        Map<String, Object> model = Map.of(
                "questions", page,
                "state", shown,
                "next", more ? Optional.of(QuestionPlace.write(page.getLast())) : Optional.empty(),
                "jurisdictions", jurisdictions,
                "times", new Times(clock.getZone()));
        return pages.show("console/questions", shell, model);
    }

    @Get("/{id}")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> one(Member member, Shell shell, UUID id) {
        return find(member, id)
                .map(question -> show(HttpStatus.OK, shell, question, Optional.empty()))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> change(
            Member member,
            Shell shell,
            UUID id,
            @Nullable @Body("state") String state,
            @Nullable @Body("note") String note) {
        Optional<OpenQuestion> found = find(member, id);
        if (found.isEmpty()) return HttpResponse.notFound();
        OpenQuestion question = found.get();
        Optional<State> chosen = Optional.ofNullable(state).flatMap(State::findByKey);
        String whose = note == null ? "" : note.strip().replace('\0', ' ');
        if (chosen.isEmpty() || whose.length() > LONGEST_NOTE) {
            return show(HttpStatus.UNPROCESSABLE_ENTITY, shell, question, Optional.of("どうするかを選び、担当は300文字までで書いてください。"));
        }
        String kept = chosen.get() == State.NOT_OURS ? whose : "";
        if (!questions.change(id, chosen.get(), member.id(), member.name(), kept)) return HttpResponse.notFound();
        // Never the resident's words: the trail stays when they have expired.
        String action = "質問を「" + QuestionWords.label(chosen.get()) + "」に";
        trail.record(member, Optional.of(question.municipality()), action, "質問 " + shortId(id), kept);
        String next = chosen.get() == State.TAKEN ? PATH + "/" + id : PATH;
        return pages.moveOn(shell, next, "「" + QuestionWords.label(chosen.get()) + "」にしました。");
    }

    private Optional<OpenQuestion> find(Member member, UUID id) {
        return questions.findQuestion(id).filter(question -> member.worksFor(question.municipality()));
    }

    private HttpResponse<String> show(HttpStatus status, Shell shell, OpenQuestion question, Optional<String> problem) {
        Map<String, Object> model = Map.of(
                "question",
                question,
                "wordings",
                questions.listWordings(question.id()),
                "nearest",
                nearest.listNearest(question.words(), question.municipality()),
                "jurisdictions",
                jurisdictions,
                "times",
                new Times(clock.getZone()),
                "problem",
                problem);
        return pages.show(status, "console/question", shell, model);
    }

    private static String shortId(UUID id) {
        return id.toString().substring(0, 8);
    }
}
