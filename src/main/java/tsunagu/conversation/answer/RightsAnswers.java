package tsunagu.conversation.answer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.feedback.Offers;
import tsunagu.conversation.intent.Intent.Forget;
import tsunagu.conversation.memory.KeepingSettings;
import tsunagu.conversation.memory.Memory;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.Speech;
import tsunagu.groups.GroupRequests;
import tsunagu.message.Choice;
import tsunagu.message.Topic;
import tsunagu.submissions.Reporting;
import tsunagu.submissions.SentReport;

/** What residents may always ask of us: to see what is kept of their conversation, and to have it deleted. */
@Singleton
public class RightsAnswers {
    private final Municipalities municipalities;
    private final UnansweredQuestions unanswered;
    private final Offers offers;
    private final KeepingSettings keeping;
    private final GroupRequests requests;
    private final Reporting reporting;

    RightsAnswers(
            Municipalities municipalities,
            UnansweredQuestions unanswered,
            Offers offers,
            KeepingSettings keeping,
            GroupRequests requests,
            Reporting reporting) {
        this.requests = requests;
        this.reporting = reporting;
        this.municipalities = municipalities;
        this.unanswered = unanswered;
        this.offers = offers;
        this.keeping = keeping;
    }

    /** Only words; whoever asks for them does what they say. */
    public Answer forget(Forget.Step step, Speech speech) {
        return switch (step) {
            case ASKED ->
                new Answer.Ask(
                        Topic.OTHER,
                        speech.say("rights.forget-ask"),
                        List.of(new Choice(speech.say("choices.yes")), new Choice(speech.say("choices.no"))));
            case CONFIRMED -> talk(speech.say("rights.forgotten"), List.of());
            case DECLINED -> talk(speech.say("rights.forget-kept"), List.of());
        };
    }

    /** @param besides what other parts of the dialogue keep, each a line */
    public Answer show(Memory memory, String conversation, List<String> besides, Speech speech) {
        var rows = new ArrayList<String>();
        var naming = new Naming(speech);
        memory.municipality()
                .flatMap(id -> municipalities.findMunicipality(new MunicipalityId(id)))
                .ifPresent(one -> rows.add(speech.say("rights.municipality", "municipality", naming.of(one))));
        memory.home()
                .map(AreaId::parse)
                .map(municipalities::getArea)
                .ifPresent(home -> rows.add(speech.say("rights.home", "area", naming.of(home))));
        if (!memory.areas().isEmpty()) rows.add(speech.say("rights.areas", "areas", areas(memory, naming)));
        if (!memory.asked().isEmpty() || !memory.told().isEmpty()) rows.add(speech.say("rights.asked"));
        memory.subject().ifPresent(subject -> rows.add(speech.say("rights.subject", "subject", subject)));
        memory.languageTag().ifPresent(tag -> rows.add(speech.say("rights.language." + tag)));
        offers.find(conversation)
                .ifPresent(offer -> rows.add(speech.say("rights.last-question", "words", offer.question())));
        List<String> questions = unanswered.listWords(conversation);
        questions.forEach(words -> rows.add(speech.say("rights.question", "words", words)));
        List<String> asked = requests(conversation, speech);
        rows.addAll(asked);
        rows.addAll(reported(conversation, speech));
        rows.addAll(besides);
        if (rows.isEmpty()) return talk(speech.say("rights.nothing"), List.of());
        String words = speech.say(asked.isEmpty() ? "rights.shown" : "requests.shown-with-names") + "\n"
                + String.join("\n", rows) + "\n" + until(speech);
        return talk(words, List.of(new Choice(speech.say("choices.forget"))));
    }

    private List<String> requests(String conversation, Speech speech) {
        return requests.listSent(conversation).stream()
                .map(one -> speech.say(
                        "requests.shown",
                        "name",
                        one.subject(),
                        "called",
                        one.called(),
                        "reach",
                        one.reach(),
                        "day",
                        one.until()))
                .toList();
    }

    private List<String> reported(String conversation, Speech speech) {
        var kept = new ArrayList<String>();
        if (reporting.findDraft(conversation).isPresent()) kept.add(speech.say("reports.shown-draft"));
        reporting.listSent(conversation).stream()
                .filter(one -> one.fate() != SentReport.Fate.WITHDRAWN)
                .forEach(one -> kept.add(speech.say("reports.shown", "title", one.title())));
        return kept;
    }

    private String areas(Memory memory, Naming naming) {
        return naming.list(memory.areas().stream()
                .map(AreaId::parse)
                .map(municipalities::getArea)
                .map(naming::of)
                .toList());
    }

    private String until(Speech speech) {
        return speech.say(
                "rights.until",
                "hours",
                keeping.memory().toHours(),
                "days",
                keeping.unanswered().toDays());
    }

    private static Answer talk(String words, List<Choice> choices) {
        return new Answer.Talk(Topic.OTHER, words, choices);
    }
}
