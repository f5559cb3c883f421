package tsunagu.faq;

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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.conversation.OpenQuestions.OpenQuestion;
import tsunagu.desk.Sent;
import tsunagu.desk.Towns;
import tsunagu.faq.entry.Content;
import tsunagu.faq.entry.ContentReader;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.entry.Field;
import tsunagu.faq.entry.Outcome;
import tsunagu.faq.entry.Step;
import tsunagu.faq.page.Choices;
import tsunagu.faq.page.FaqForm;
import tsunagu.faq.serving.Answering;
import tsunagu.faq.serving.Trials;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** Writing: a new entry, a new version of one, and another wording for one. */
@Controller("/console/faq")
@Produces(StaffPages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FaqEditController {
    private static final int SIMILAR = 5;

    private final Faqs faqs;
    private final ContentReader reader;
    private final Answering answering;
    private final Trials trials;
    private final Towns towns;
    private final Choices choices;
    private final StaffPages pages;

    FaqEditController(
            Faqs faqs,
            ContentReader reader,
            Answering answering,
            Trials trials,
            Towns towns,
            Choices choices,
            StaffPages pages) {
        this.answering = answering;
        this.trials = trials;
        this.faqs = faqs;
        this.reader = reader;
        this.towns = towns;
        this.choices = choices;
        this.pages = pages;
    }

    /** @param question id of unanswered questions, to begin with their words */
    @Get("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> begin(
            Member member,
            Shell shell,
            @QueryValue Optional<String> municipality,
            @QueryValue Optional<String> question) {
        Optional<OpenQuestion> open = question.flatMap(id -> answering.find(id, member));
        if (question.isPresent() && open.isEmpty()) return HttpResponse.notFound();
        String town = towns.choose(open.map(OpenQuestion::municipality).or(() -> municipality), member);
        Map<Field, String> texts = new EnumMap<>(Field.class);
        open.ifPresent(asked -> {
            List<String> wordings = answering.listWordings(asked);
            texts.put(Field.QUESTION, asked.words());
            texts.put(
                    Field.WORDINGS,
                    wordings.stream()
                            .filter(words -> !words.equals(asked.words()))
                            .collect(Collectors.joining("\n")));
        });
        Content content = reader.read(texts, town).content();
        return editor(HttpStatus.OK, member, shell, FaqForm.fresh(town, content, question.orElse("")));
    }

    @Post("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> create(Member member, Shell shell, @Body Map<String, String> sent) {
        String group = sent.getOrDefault("group", "");
        Optional<OpenQuestion> open = answering.find(group, member);
        String town = towns.choose(
                open.map(OpenQuestion::municipality).or(() -> Optional.ofNullable(sent.get("municipality"))), member);
        ContentReader.Read read = reader.read(FaqForm.texts(sent), town);
        if (!read.isGood()) {
            return editor(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    member,
                    shell,
                    FaqForm.wrong(Optional.empty(), town, 0, read, group));
        }
        Faq faq = faqs.create(town, read.content(), member, "");
        open.ifPresent(asked -> answering.begin(asked, faq, member));
        return saved(shell, faq, member, sent);
    }

    /** On to the entry's page; first to its check where that button was pressed. */
    private HttpResponse<String> saved(Shell shell, Faq faq, Member member, Map<String, String> sent) {
        boolean submitted = Step.SUBMIT.key().equals(sent.get("then"))
                && faqs.take(Step.SUBMIT, faq, member, "") instanceof Outcome.Done;
        return pages.moveOn(shell, FaqPaths.of(faq), submitted ? "保存して、確認に出しました。承認されると公開できます。" : "下書きを保存しました。");
    }

    @Get("/{id}/edit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> edit(Member member, Shell shell, long id) {
        return faqs.find(id, member)
                .map(faq -> editor(HttpStatus.OK, member, shell, FaqForm.of(faq)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/edit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> save(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Faq> found = faqs.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Faq faq = found.get();
        ContentReader.Read read = reader.read(FaqForm.texts(sent), faq.municipality());
        long seen = Sent.revision(sent);
        if (!read.isGood()) {
            return editor(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    member,
                    shell,
                    FaqForm.wrong(found, faq.municipality(), seen, read, ""));
        }
        if (seen != faq.revision()) return conflict(member, shell, faq, read.content());
        if (faq.content().equals(read.content()) && !sent.containsKey("then")) {
            return pages.moveOn(shell, FaqPaths.of(faq), "変わったところはありませんでした。");
        }
        return switch (faqs.save(faq, read.content(), member, "")) {
            case Outcome.Done(Faq now) -> saved(shell, now, member, sent);
            case Outcome.Conflict(Faq theirs) -> conflict(member, shell, theirs, read.content());
            case Outcome.NotAllowed _, Outcome.FourEyes _ -> HttpResponse.notFound();
        };
    }

    private HttpResponse<String> conflict(Member member, Shell shell, Faq theirs, Content mine) {
        return editor(HttpStatus.CONFLICT, member, shell, FaqForm.conflict(theirs, mine));
    }

    /**
     * Another way to ask what an entry answers; a new version of it, to be published like any other. Sent as
     * {@code words}, or as {@code question}, the id of unanswered questions.
     */
    @Post("/{id}/wordings")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> addWording(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Faq> found = faqs.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Faq faq = found.get();
        var wordings = new ArrayList<String>(faq.content().wordings());
        Optional<OpenQuestion> open = answering.find(sent.getOrDefault("question", ""), member);
        wordings.add(open.map(OpenQuestion::words).orElseGet(() -> sent.getOrDefault("words", "")));
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) texts.put(field, field.of(faq.content()));
        texts.put(Field.WORDINGS, String.join("\n", wordings));
        ContentReader.Read read = reader.read(texts, faq.municipality());
        if (!read.isGood()) {
            return editor(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    member,
                    shell,
                    FaqForm.wrong(found, faq.municipality(), faq.revision(), read, ""));
        }
        return switch (faqs.save(faq, read.content(), member, "言い方を足した")) {
            case Outcome.Done(Faq now) -> {
                open.ifPresent(asked -> answering.begin(asked, now, member));
                yield pages.moveOn(shell, FaqPaths.of(now), "言い方を足しました。公開すると、この言い方でも見つかります。");
            }
            case Outcome.Conflict(Faq theirs) -> conflict(member, shell, theirs, read.content());
            case Outcome.NotAllowed _, Outcome.FourEyes _ -> HttpResponse.notFound();
        };
    }

    /**
     * Shown while somebody types, and beside unanswered questions.
     *
     * @param self id of the entry that is being written, not to be found itself
     * @param group id of unanswered questions, to be added to an entry as a wording
     */
    @Get("/similar")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> similar(
            Member member,
            Shell shell,
            @QueryValue Optional<String> question,
            @QueryValue Optional<String> municipality,
            @QueryValue Optional<String> self,
            @QueryValue Optional<String> group) {
        String town = towns.choose(municipality, member);
        List<Faq.Line> lines = faqs.listSimilar(question.orElse(""), town, SIMILAR + 1).stream()
                .filter(line -> !Long.toString(line.id()).equals(self.orElse("")))
                .limit(SIMILAR)
                .toList();
        Map<Long, Double> fits = group.isPresent() ? trials.fits(question.orElse(""), town) : Map.of();
        return pages.part(
                "faq/similar", Map.of("shell", shell, "lines", lines, "fits", fits, "group", group.orElse("")));
    }

    private HttpResponse<String> editor(HttpStatus status, Member member, Shell shell, FaqForm form) {
        return pages.show(
                status,
                "faq/edit",
                shell,
                Map.of(
                        "form",
                        form,
                        "municipalities",
                        towns.listFor(member),
                        "areas",
                        towns.areas(form.municipality()),
                        "documents",
                        choices.documents(form.municipality())));
    }
}
