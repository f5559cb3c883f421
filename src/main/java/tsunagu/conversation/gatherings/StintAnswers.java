package tsunagu.conversation.gatherings;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.Speech;
import tsunagu.groups.OpenStint;
import tsunagu.groups.StintFinder;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;
import tsunagu.text.DateRange;

/** Small jobs residents can help with: those of the day and length asked for, the nearest and soonest first. */
@Singleton
public class StintAnswers {
    private static final int MOST_CARDS = 4;
    /** 「90分くらい」 may be a little more. */
    private static final double ABOUT = 1.34;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final StintFinder stints;
    private final Municipalities municipalities;

    StintAnswers(StintFinder stints, Municipalities municipalities) {
        this.stints = stints;
        this.municipalities = municipalities;
    }

    /** Empty where nobody asks for a hand, so that something else may be said. */
    public Optional<Answer> findAnswer(Intent.Gatherings asked, Speech speech) {
        Optional<OpenStint> named = asked.wish().stint().flatMap(stints::find);
        if (named.isPresent()) return Optional.of(about(named.get(), speech));
        List<OpenStint> all = stints.listOpen(asked.municipality());
        if (!asked.wish().offersHelp() || all.isEmpty()) return Optional.empty();
        List<OpenStint> fitting = all.stream()
                .filter(stint -> fits(stint, asked))
                .sorted(Comparator.comparingInt((OpenStint stint) -> tier(stint, asked))
                        .thenComparing(OpenStint::startsAt))
                .toList();
        return Optional.of(
                fitting.isEmpty()
                        ? listed(all, speech.say("stints.none-fitting"), speech)
                        : listed(fitting, speech.say("stints.found", "count", fitting.size()), speech));
    }

    /** That nobody asks for a hand now; empty where the resident offered none. */
    public Optional<Answer> findNone(Intent.Gatherings asked, Speech speech) {
        if (!asked.wish().offersHelp() || !asked.wish().called().isEmpty()) return Optional.empty();
        String office = new Naming(speech).office(municipalities.getMunicipality(asked.municipality()));
        String words = speech.say("stints.none") + "\n" + speech.say("gatherings.ask-office", "office", office);
        return Optional.of(new Answer.NotKnown(Topic.GROUPS, Answer.NotKnown.Reason.NOTHING_FOUND, words, List.of()));
    }

    private static boolean fits(OpenStint stint, Intent.Gatherings asked) {
        boolean day = asked.when()
                .filter((DateRange when) -> !when.contains(stint.startsAt().toLocalDate()))
                .isEmpty();
        boolean length = asked.wish()
                .minutes()
                .filter(most -> stint.minutes() > most * ABOUT)
                .isEmpty();
        return day && length;
    }

    private static int tier(OpenStint stint, Intent.Gatherings asked) {
        if (asked.near().isEmpty() || stint.area().equals(asked.near())) return 0;
        return stint.area().isEmpty() ? 1 : 2;
    }

    private Answer listed(List<OpenStint> found, String intro, Speech speech) {
        List<OpenStint> shown = found.stream().limit(MOST_CARDS).toList();
        var messages = new ArrayList<Message>();
        messages.add(new Message.Text(intro + "\n" + speech.say("stints.choose")));
        shown.forEach(stint -> messages.add(card(stint, speech)));
        List<Choice> choices = shown.stream()
                .map(stint -> GatheringAnswers.choice(stint.title(), stint.title()))
                .toList();
        return cited(shown, messages, choices, speech);
    }

    private Answer about(OpenStint stint, Speech speech) {
        boolean open = stint.left() > 0 && !stint.past();
        String says = open
                ? speech.say("stints.is", "name", stint.title()) + "\n" + speech.say("stints.offer")
                : speech.say(stint.past() ? "stints.past" : "stints.full", "name", stint.title());
        List<Choice> choices = open
                ? List.of(new Choice(
                        speech.say("requests.offer"), speech.say("requests.offer-text", "name", stint.title())))
                : List.of();
        return cited(List.of(stint), List.of(new Message.Text(says), card(stint, speech)), choices, speech);
    }

    private Answer cited(List<OpenStint> shown, List<Message> messages, List<Choice> choices, Speech speech) {
        String town = new Naming(speech)
                .of(municipalities.getMunicipality(shown.getFirst().municipality()));
        List<Source> sources = shown.stream()
                .map(stint -> new Source(
                        "stint-" + stint.id(),
                        speech.say("stints.source", "municipality", town),
                        town,
                        speech.say("stints.posted-on", "day", stint.postedOn()),
                        stint.title(),
                        ""))
                .toList();
        return new Answer.Cited(Topic.GROUPS, messages, sources, choices);
    }

    private static Message.Card card(OpenStint stint, Speech speech) {
        var lines = new ArrayList<Message.Line>();
        String when = speech.say(
                "stints.when-value",
                "day",
                speech.say(DateRange.of(stint.startsAt().toLocalDate())),
                "from",
                TIME.format(stint.startsAt()),
                "minutes",
                stint.minutes());
        lines.add(new Message.Line(speech.say("stints.when"), when));
        if (!stint.place().isEmpty()) lines.add(new Message.Line(speech.say("stints.place"), stint.place()));
        lines.add(new Message.Line(
                speech.say("stints.people"),
                speech.say("stints.people-value", "left", stint.left(), "needed", stint.needed())));
        if (!stint.group().isEmpty()) lines.add(new Message.Line(speech.say("stints.by"), stint.group()));
        if (!stint.notes().isEmpty()) lines.add(new Message.Line(speech.say("stints.notes"), stint.notes()));
        return new Message.Card(stint.title(), lines, List.of());
    }
}
