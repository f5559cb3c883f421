package tsunagu.conversation.reporting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.reporting.ReportWords.Word;
import tsunagu.conversation.words.Messages;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Choice;
import tsunagu.message.Topic;
import tsunagu.submissions.Report;
import tsunagu.submissions.Report.Kind;
import tsunagu.submissions.Report.Step;
import tsunagu.submissions.Reporting;
import tsunagu.submissions.Reporting.Meaning;
import tsunagu.submissions.SentReport;
import tsunagu.submissions.SentReport.Fate;
import tsunagu.text.Folding;
import tsunagu.text.Language;

/**
 * The guided dialogue by which a resident sends in an event or a group: consent first, one question at a time, each
 * answer looked at before it is kept, all of it read back before it is sent. A question that comes between is answered,
 * and what was begun waits.
 */
@Singleton
public class ReportDialogue {
    /** What is longer is no command, but an answer that happens to hold its words. */
    private static final int LONGEST_COMMAND = 40;

    private static final Pattern QUESTION = Pattern.compile(".{1,60}(?:\\?|(?:です|ます|でしょう|ません)か[。.]?|吗[。.]?)");

    private final Reporting reporting;
    private final ReportWords words;
    private final Messages messages;
    private final Municipalities municipalities;

    ReportDialogue(Reporting reporting, ReportWords words, Messages messages, Municipalities municipalities) {
        this.reporting = reporting;
        this.words = words;
        this.messages = messages;
        this.municipalities = municipalities;
    }

    /**
     * Who writes.
     *
     * @param channel as in the utterance
     */
    public record Sender(String conversation, MunicipalityId municipality, String channel) {}

    /**
     * What came of the words.
     *
     * @param answer empty where they have nothing to do with this
     * @param setAside whether what was begun waits now until they are answered
     */
    public record Heard(Optional<Answer> answer, Speech speech, boolean setAside) {}

    /** Words to add to a reply, and what may be tapped then. */
    public record Note(String words, List<Choice> choices) {}

    /** What the conversation has begun to send in; unless it is paused, an answer to it is waited for. */
    public Optional<Report> findDraft(String conversation) {
        return reporting.findDraft(conversation);
    }

    /**
     * What is said to the words, where they belong here.
     *
     * @param draft as {@link #findDraft} tells
     */
    public Heard hear(Sender sender, String text, Intent intent, Optional<Report> draft, Speech speech) {
        if (isFixed(intent)) return new Heard(Optional.empty(), speech, false);
        Optional<Answer> command = text.length() > LONGEST_COMMAND
                ? Optional.empty()
                : command(sender, text, draft, draft.map(this::own).orElse(speech));
        if (command.isPresent() || draft.isEmpty() || draft.get().paused()) return new Heard(command, speech, false);
        Report report = draft.get();
        Speech own = own(report);
        if (QUESTION.matcher(Folding.width(text).strip()).matches()) {
            reporting.pause(sender.conversation(), true);
            return new Heard(Optional.empty(), own, true);
        }
        return new Heard(Optional.of(goOn(sender, report, text, own)), own, false);
    }

    private static boolean isFixed(Intent intent) {
        return switch (intent) {
            case Intent.Urgent _, Intent.Forget _, Intent.ShowMemory _ -> true;
            case Intent.Declined(var kind) -> kind != Intent.Declined.Kind.PERSONAL;
            default -> false;
        };
    }

    private Speech own(Report draft) {
        return messages.in(Language.findByTag(draft.language()).orElse(Language.JAPANESE));
    }

    private Optional<Answer> command(Sender sender, String text, Optional<Report> draft, Speech speech) {
        if (words.says(text, Word.STATUS)) return Optional.of(status(sender.conversation(), speech));
        if (words.says(text, Word.WITHDRAW)) return Optional.of(withdraw(sender.conversation(), speech));
        boolean event = words.says(text, Word.EVENT);
        boolean group = words.says(text, Word.GROUP);
        boolean begins = event || group || words.says(text, Word.EITHER);
        if (draft.isPresent() && (begins || draft.get().paused() && words.says(text, Word.RESUME))) {
            reporting.pause(sender.conversation(), false);
            return Optional.of(ask(draft.get(), List.of(), sender.municipality(), speech));
        }
        if (!begins) return Optional.empty();
        if (reporting.hasSentEnough(sender.conversation())) return Optional.of(talk(speech.say("reports.enough")));
        Optional<Kind> kind = event == group ? Optional.empty() : Optional.of(event ? Kind.EVENT : Kind.GROUP);
        Report begun = reporting.begin(
                sender.conversation(),
                sender.municipality().value(),
                sender.channel(),
                speech.language().tag(),
                kind);
        return Optional.of(ask(begun, List.of(), sender.municipality(), speech));
    }

    private Answer goOn(Sender sender, Report draft, String text, Speech speech) {
        boolean refuses = words.says(text, Word.REFUSES);
        if (words.says(text, Word.STOPS) || refuses && draft.step() == Step.CONSENT) {
            reporting.dropDraft(sender.conversation());
            return talk(speech.say("reports.stopped"));
        }
        Reporting.Turn turn = reporting
                .answer(sender.conversation(), meaning(draft, text, refuses, speech))
                .orElseThrow();
        if (turn.same()) return talk(speech.say("reports.same"));
        if (!turn.sent()) return ask(turn.report(), turn.notices(), sender.municipality(), speech);
        String sent = speech.say("reports.sent", "title", turn.report().texts().get("title"));
        return talk(reporting
                .giveLink(sender.conversation())
                .map(link -> sent + "\n" + speech.say("reports.sent-link", "link", link))
                .orElse(sent));
    }

    private Meaning meaning(Report draft, String text, boolean refuses, Speech speech) {
        if (words.says(text, Word.BACK)) return new Meaning.GoesBack();
        if (draft.step() == Step.KIND) {
            if (words.says(text, Word.IS_EVENT)) return new Meaning.Chooses(Kind.EVENT);
            if (words.says(text, Word.IS_GROUP)) return new Meaning.Chooses(Kind.GROUP);
        }
        if (draft.step() == Step.CONFIRM) {
            Optional<Step> wrong = ReportQuestions.FIXED.stream()
                    .filter(step -> ReportWords.bare(speech.say(ReportQuestions.fix(step)))
                            .equals(ReportWords.bare(text)))
                    .findFirst();
            if (wrong.isPresent()) return new Meaning.Fixes(wrong.get());
        }
        if (words.says(text, Word.AGREES)) return new Meaning.Agrees();
        if (words.says(text, Word.SKIPS) || refuses) return new Meaning.Skips();
        return new Meaning.Says(text);
    }

    private Answer ask(Report report, List<String> notices, MunicipalityId municipality, Speech speech) {
        String town = new Naming(speech).of(municipalities.getMunicipality(municipality));
        var questions = new ReportQuestions(report, speech);
        return new Answer.Ask(Topic.OTHER, questions.words(notices, town, reporting.days()), questions.choices());
    }

    private Answer status(String conversation, Speech speech) {
        List<SentReport> sent = reporting.listSent(conversation);
        if (sent.isEmpty()) return talk(speech.say("reports.none-sent"));
        // Whoever asks need not be told once more.
        reporting.listNews(conversation);
        return talk(
                String.join("\n", sent.stream().map(one -> fate(one, speech)).toList()));
    }

    private Answer withdraw(String conversation, Speech speech) {
        return talk(reporting
                .withdraw(conversation)
                .map(title -> speech.say("reports.withdrawn", "title", title))
                .orElseGet(() -> speech.say("reports.withdraw-none")));
    }

    /** What is said to a picture that comes while something is being sent in. */
    public Optional<Answer> findPictureAnswer(String conversation) {
        return reporting
                .findDraft(conversation)
                .filter(draft -> !draft.paused())
                .map(draft -> {
                    Speech speech = own(draft);
                    return talk(reporting
                            .giveLink(conversation)
                            .map(link -> speech.say("reports.picture", "link", link))
                            .orElseGet(() -> speech.say("reports.picture-later")));
                });
    }

    /** That what was begun waits. */
    public Note setAside(Speech speech) {
        return new Note(speech.say("reports.paused"), List.of(new Choice(speech.say("reports.resume"))));
    }

    /** What staff have decided since: thanks, once for each. */
    public Optional<Note> findNews(String conversation, Speech speech) {
        List<SentReport> news = reporting.listNews(conversation);
        if (news.isEmpty()) return Optional.empty();
        var lines = new ArrayList<String>();
        news.forEach(one -> lines.add(fate(one, speech)));
        return Optional.of(new Note(String.join("\n", lines), List.of()));
    }

    private static String fate(SentReport one, Speech speech) {
        if (one.fate() == Fate.WITHDRAWN) return speech.say("reports.fate.withdrawn");
        String key = "reports.fate." + ReportQuestions.key(one.fate());
        // Without its own address a copy can name no page; the path alone is of no use in a chat.
        String address = one.address().startsWith("http") ? one.address() : "";
        return speech.say(key, "title", one.title(), "reason", one.reason(), "address", address)
                .strip();
    }

    public void dropDraft(String conversation) {
        reporting.dropDraft(conversation);
    }

    /** Everything staff have not begun with goes; of the rest nobody knows whose it was. */
    public void forget(String conversation) {
        reporting.forget(conversation);
    }

    private static Answer talk(String words) {
        return new Answer.Talk(Topic.OTHER, words, List.of());
    }
}
