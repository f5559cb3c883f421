package tsunagu.submissions;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.submissions.check.Screening;
import tsunagu.submissions.check.Screening.Verdict;
import tsunagu.submissions.check.Sign;
import tsunagu.submissions.entry.Content;
import tsunagu.submissions.entry.Field;
import tsunagu.submissions.entry.Kind;
import tsunagu.submissions.entry.Step;
import tsunagu.submissions.entry.Submission;
import tsunagu.submissions.entry.Submissions;
import tsunagu.submissions.entry.Submissions.Same;
import tsunagu.submissions.entry.When;
import tsunagu.submissions.entry.WhenReader;
import tsunagu.text.DateRange;
import tsunagu.text.Folding;

/**
 * The residents' side of submissions in the chat: asked for with consent, one question at a time, read back, sent,
 * taken back, forgotten. Nothing that tells of a person is kept, except the contact its sender says may be published.
 */
@Singleton
public class Reporting {
    private static final Pattern FEE = Pattern.compile("[0-9]\\s*(?:円|yen|엔|日元|日圆)|無料|有料|会費|参加費|費用|\\bfree\\b|免费|무료");
    private static final Pattern BETWEEN = Pattern.compile("[、,。\\n/／]+");

    private final Submissions submissions;
    private final Screening screening;
    private final WhenReader whens;
    private final Entries entries;
    private final String address;

    Reporting(
            Submissions submissions,
            Screening screening,
            WhenReader whens,
            Entries entries,
            @Value("${tsunagu.address}") String address) {
        this.submissions = submissions;
        this.screening = screening;
        this.whens = whens;
        this.entries = entries;
        this.address = address;
    }

    /** What a resident means by an answer. */
    public sealed interface Meaning {

        /** 「はい」「送る」. */
        record Agrees() implements Meaning {}

        /** 「スキップ」, and 「いいえ」 where that is an answer. */
        record Skips() implements Meaning {}

        record GoesBack() implements Meaning {}

        /** Would like to be asked one question once more. */
        record Fixes(Report.Step step) implements Meaning {}

        record Chooses(Report.Kind kind) implements Meaning {}

        record Says(String text) implements Meaning {}
    }

    /**
     * What became of an answer.
     *
     * @param report as it is now; the question to ask is its step's
     * @param notices what to tell before, as keys of sentences: {@code too-long}, {@code caught.mail} …
     * @param sent whether staff have it now
     * @param same whether they had the same already; then it was dropped
     */
    public record Turn(Report report, List<String> notices, boolean sent, boolean same) {}

    /** What the conversation is being asked; empty where nothing was begun, or too long ago. */
    public Optional<Report> findDraft(String conversation) {
        return submissions.findDraft(conversation).map(Reporting::report);
    }

    /** How many days what was decided on is kept. */
    public long days() {
        return submissions.keep().toDays();
    }

    /** Whether a conversation has sent as many as it may within a day. */
    public boolean hasSentEnough(String conversation) {
        return submissions.hasSentEnough(conversation);
    }

    /**
     * Asks for consent first.
     *
     * @param channel as in the dialogue's utterances
     * @param language tag of the language to go on in
     */
    public Report begin(
            String conversation, String municipality, String channel, String language, Optional<Report.Kind> kind) {
        Optional<Kind> chosen = kind.map(one -> Kind.valueOf(one.name()));
        return report(submissions.begin(conversation, municipality, channel, language, chosen));
    }

    /** How many characters a part, such as {@code title}, may have. */
    public static int longest(String part) {
        return Field.findByKey(part).map(Field::longest).orElse(0);
    }

    /** Whether nothing can be sent without an answer to it. */
    public static boolean isNeeded(Report.Step step, boolean event) {
        return Step.valueOf(step.name())
                .field()
                .filter(field -> field.isNeeded(event ? Kind.EVENT : Kind.GROUP))
                .isPresent();
    }

    /** Sets the draft aside, or takes it up again. */
    public void pause(String conversation, boolean paused) {
        submissions.findDraft(conversation).ifPresent(draft -> submissions.keep(draft.paused(paused)));
    }

    /** Empty where there is no draft. */
    public Optional<Turn> answer(String conversation, Meaning meaning) {
        return submissions.findDraft(conversation).map(draft -> switch (draft.talk()
                .step()) {
            case CONSENT -> consent(draft, meaning);
            case KIND -> kind(draft, meaning);
            case CONTACT_MAY -> contactMay(draft, meaning);
            case CONFIRM -> confirm(draft, meaning);
            case TITLE, WHEN, PLACE, ABOUT, AUDIENCE, CONTACT, SOURCE -> told(draft, meaning);
        });
    }

    private Turn consent(Submission draft, Meaning meaning) {
        if (!(meaning instanceof Meaning.Agrees)) return asked(draft, "choose");
        return asked(draft.at(draft.kind().isPresent() ? Step.TITLE : Step.KIND));
    }

    private Turn kind(Submission draft, Meaning meaning) {
        return meaning instanceof Meaning.Chooses(var kind)
                ? asked(draft.of(Kind.valueOf(kind.name())).at(Step.TITLE))
                : asked(draft, "choose");
    }

    private Turn contactMay(Submission draft, Meaning meaning) {
        return switch (meaning) {
            case Meaning.Agrees _ -> asked(draft.withContact(true).onward());
            case Meaning.Skips _ -> asked(leaveOut(draft));
            case Meaning.GoesBack _ -> asked(draft.at(Step.CONTACT));
            case Meaning.Fixes _, Meaning.Chooses _, Meaning.Says _ -> asked(draft, "choose");
        };
    }

    private static Submission leaveOut(Submission draft) {
        Submission without = draft.withContact(false);
        return draft.talk().fixing() ? without.at(Step.CONFIRM) : without.at(Step.SOURCE);
    }

    private Turn confirm(Submission draft, Meaning meaning) {
        return switch (meaning) {
            case Meaning.Agrees _ -> send(draft);
            case Meaning.Fixes(var step) -> asked(draft.fixing(Step.valueOf(step.name())));
            case Meaning.GoesBack _ -> asked(draft.back());
            case Meaning.Skips _, Meaning.Chooses _, Meaning.Says _ -> asked(draft, "choose");
        };
    }

    private Turn send(Submission draft) {
        Verdict verdict = screening.judge(draft.content());
        List<String> faults = verdict.faults().values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(sign -> "caught." + sign.key())
                .toList();
        if (!faults.isEmpty()) return asked(draft, faults.toArray(String[]::new));
        Same same = submissions.findSame(draft.municipality(), draft.content());
        if (same == Same.WAITING) {
            submissions.dropDraft(draft.sender().conversation());
            return new Turn(report(draft), List.of(), false, true);
        }
        var doubts = new ArrayList<>(verdict.doubts());
        if (same == Same.BEFORE) doubts.add(Sign.SAME_AS_BEFORE.key());
        submissions.send(draft, doubts, verdict.isHeld() || same == Same.BEFORE);
        return new Turn(report(draft), List.of(), true, false);
    }

    private Turn told(Submission draft, Meaning meaning) {
        Field field = draft.talk().step().field().orElseThrow();
        return switch (meaning) {
            case Meaning.GoesBack _ -> asked(draft.back());
            case Meaning.Skips _ -> skip(draft, field);
            case Meaning.Says(var text) -> keep(draft, field, text);
            case Meaning.Agrees _, Meaning.Fixes _, Meaning.Chooses _ -> asked(draft, "in-words");
        };
    }

    private Turn skip(Submission draft, Field field) {
        if (field.isNeeded(draft.kindSent())) return asked(draft, "needed");
        Submission without = draft.with(draft.content().with(field, ""));
        if (field == Field.WHEN) without = without.with(without.content().with(When.UNKNOWN));
        if (field == Field.AUDIENCE) without = without.with(without.content().with(Field.FEE, ""));
        if (field == Field.CONTACT) without = without.withContact(false);
        return asked(without.onward());
    }

    private Turn keep(Submission draft, Field field, String text) {
        var screened = screening.screen(field, text);
        if (screened.text().length() > field.longest()) return asked(draft, "too-long." + field.key());
        List<String> caught = screened.signs().stream()
                .filter(sign -> screened.isRefused() ? sign.isRefused() : sign.isMasked())
                .map(sign -> "caught." + sign.key())
                .toList();
        boolean says = screened.text().codePoints().anyMatch(Character::isLetterOrDigit);
        if (screened.isRefused() || !says) {
            return asked(draft, caught.isEmpty() ? new String[] {"in-words"} : caught.toArray(String[]::new));
        }
        var notices = new ArrayList<String>(caught);
        if (!caught.isEmpty()) notices.add("masked");
        Submission kept = draft.with(draft.content().with(field, screened.text()));
        if (field == Field.AUDIENCE) kept = kept.with(withFee(kept.content(), screened.text()));
        if (field == Field.WHEN && draft.kindSent() == Kind.EVENT) {
            When when = whens.read(screened.text());
            if (whens.isPast(when)) return asked(draft, "past");
            kept = kept.with(kept.content().with(when));
            notices.add(when.first().isPresent() ? "when-read" : "when-unread");
        }
        return asked(kept.onward(), notices.toArray(String[]::new));
    }

    /** 「小学生、無料」 tells for whom it is and what it costs. */
    private static Content withFee(Content content, String said) {
        Map<Boolean, String> parts = Stream.of(BETWEEN.split(said))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.partitioningBy(
                        part -> FEE.matcher(Folding.width(part)).find(), Collectors.joining("、")));
        boolean fits = parts.get(true).length() <= Field.FEE.longest();
        return fits
                ? content.with(Field.AUDIENCE, parts.get(false)).with(Field.FEE, parts.get(true))
                : content.with(Field.AUDIENCE, said).with(Field.FEE, "");
    }

    private Turn asked(Submission draft, String... notices) {
        return new Turn(report(submissions.keep(draft)), List.of(notices), false, false);
    }

    /**
     * The address of the page on which a picture can be added and its fate be seen; empty where this copy knows no
     * address of its own, or it was given before.
     */
    public Optional<String> giveLink(String conversation) {
        if (address.isEmpty()) return Optional.empty();
        return submissions
                .findDraft(conversation)
                .or(() -> submissions.listSent(conversation).stream().findFirst())
                .flatMap(submissions::giveToken)
                .map(token -> address + SubmitController.PATH + "/" + token);
    }

    public void dropDraft(String conversation) {
        submissions.dropDraft(conversation);
    }

    /** What a conversation has sent, the newest first. */
    public List<SentReport> listSent(String conversation) {
        return submissions.listSent(conversation).stream().map(this::sent).toList();
    }

    /** What staff have decided since the conversation was told last; each is given once, ever. */
    public List<SentReport> listNews(String conversation) {
        return submissions.listNews(conversation).stream().map(this::sent).toList();
    }

    /** Takes back the newest that can be; its title, empty where there is none. */
    public Optional<String> withdraw(String conversation) {
        return submissions.listSent(conversation).stream()
                .filter(submissions::withdraw)
                .map(Submission::title)
                .findFirst();
    }

    /** Everything staff have not begun with, at once and for good; of the rest nobody knows whose it was. */
    public void forget(String conversation) {
        submissions.forget(conversation);
    }

    private SentReport sent(Submission one) {
        SentReport.Fate fate = entries.fate(one);
        boolean shown = fate == SentReport.Fate.PUBLISHED;
        return new SentReport(
                one.title(), fate, one.decision().reason(), shown ? address + entries.publicPath(one) : "");
    }

    private static Report report(Submission one) {
        Content content = one.content();
        var texts = new LinkedHashMap<String, String>();
        for (Field field : List.of(
                Field.TITLE,
                Field.WHEN,
                Field.PLACE,
                Field.ABOUT,
                Field.AUDIENCE,
                Field.FEE,
                Field.CONTACT,
                Field.SOURCE)) {
            if (content.has(field)) texts.put(field.key(), content.text(field));
        }
        When when = content.when();
        return new Report(
                one.kind().map(kind -> Report.Kind.valueOf(kind.name())),
                Report.Step.valueOf(one.talk().step().name()),
                one.talk().paused(),
                one.sender().language(),
                texts,
                when.first()
                        .map(first -> when.last()
                                .map(last -> DateRange.of(first, last))
                                .orElseGet(() -> DateRange.of(first))),
                when.from(),
                when.to(),
                one.contactMay(),
                one.picture());
    }
}
