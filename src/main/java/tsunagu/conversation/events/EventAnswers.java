package tsunagu.conversation.events;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.areas.Area;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.NotKnownAnswers;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.wish.EventWish;
import tsunagu.conversation.wish.ToldEvents;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.Speech;
import tsunagu.events.Happening;
import tsunagu.events.WhatsOn;
import tsunagu.events.Wish;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;
import tsunagu.text.DateRange;
import tsunagu.text.Folding;

/** What is on: cards of what staff have entered, never of what is over; and where nothing fits, what comes next. */
@Singleton
public class EventAnswers {
    /** Names of so many letters are an event's wherever they stand: 「どろんこ相撲大会」. */
    private static final int UNMISTAKABLE = 6;

    private static final int SHORTEST_NAME = 3;
    private static final int MOST = 5;
    private static final int MOST_NEXT = 3;

    private final WhatsOn whatsOn;
    private final Municipalities municipalities;
    private final NotKnownAnswers notKnown;
    private final EventCards cards;
    private final Clock clock;

    EventAnswers(
            WhatsOn whatsOn, Municipalities municipalities, NotKnownAnswers notKnown, EventCards cards, Clock clock) {
        this.whatsOn = whatsOn;
        this.municipalities = municipalities;
        this.notKnown = notKnown;
        this.cards = cards;
        this.clock = clock;
    }

    public Answer answer(Intent.Events intent, Speech speech) {
        Optional<Answer> named = findNamed(intent, speech);
        if (named.isPresent()) return named.get();
        if (!whatsOn.isAnyToCome(intent.municipality())) return notKnown.events(intent, speech);
        EventWish said = intent.wish();
        var wish = new Wish(intent.municipality(), intent.areas(), intent.when(), said.free(), said.forWhom());
        boolean past = intent.when()
                .flatMap(DateRange::to)
                .filter(last -> last.isBefore(LocalDate.now(clock)))
                .isPresent();
        List<Happening> found = intent.named().isEmpty() && !past ? whatsOn.listComing(wish, MOST) : List.of();
        if (!found.isEmpty()) return cited(intro(intent, speech), found, Optional.empty(), intent.when(), speech);
        return next(intent, wish, past, speech);
    }

    /** Nothing fits: said so, with what comes next and whom to ask. */
    private Answer next(Intent.Events intent, Wish wish, boolean past, Speech speech) {
        List<Happening> sameKind = whatsOn.listComing(wish.on(Optional.empty()), MOST_NEXT);
        List<Happening> next = sameKind.isEmpty()
                ? whatsOn.listComing(wish.on(Optional.empty()).whatever(), MOST_NEXT)
                : sameKind;
        if (next.isEmpty()) return notKnown.events(intent, speech);
        String none = intent.when()
                .map(when -> speech.say(past ? "events.past" : "events.none-on", "when", speech.say(when)))
                .orElseGet(() -> speech.say("events.none"));
        String ask = notKnown.whomToAsk(intent.municipality(), speech);
        return cited(none + "\n" + speech.say("events.next"), next, Optional.of(ask), Optional.empty(), speech);
    }

    /**
     * Events told without having been asked for.
     *
     * @param words why they are told
     */
    public Answer.Cited announced(String words, List<Happening> told, String end, Speech speech) {
        return cited(words, told, Optional.of(end), Optional.empty(), speech);
    }

    /** Events that the words name; empty where none is to come. */
    public Optional<Answer> findNamed(Intent.Events intent, Speech speech) {
        if (intent.named().isEmpty()) return Optional.empty();
        return named(whatsOn.listNamed(intent.municipality(), intent.named(), MOST), speech);
    }

    /** Events whose whole name makes up most of a question, or is too long to stand there by chance. */
    public Optional<Answer> findTitled(Intent.AskDocuments question, Speech speech) {
        int half = (Folding.name(question.question()).length() + 1) / 2;
        int shortest = Math.clamp(half, SHORTEST_NAME, UNMISTAKABLE);
        return named(whatsOn.listTitled(question.municipality(), question.question(), shortest, MOST), speech);
    }

    /** Events with all that the question speaks of in their name. */
    public Optional<Answer> findWithSubjects(Intent.AskDocuments question, Speech speech) {
        if (question.subjects().isEmpty()) return Optional.empty();
        return named(whatsOn.listTitledWith(question.municipality(), question.subjects(), MOST), speech);
    }

    private Optional<Answer> named(List<Happening> named, Speech speech) {
        List<Happening> found =
                named.stream().filter(happening -> !whatsOn.isOver(happening)).toList();
        if (found.isEmpty()) return Optional.empty();
        return Optional.of(cited(speech.say("events.named"), found, Optional.empty(), Optional.empty(), speech));
    }

    /** What was asked of the events just told; of one of them in a sentence, of several each with its name. */
    public Answer about(Intent.AboutEvents intent, Speech speech) {
        List<Happening> told = intent.events().stream()
                .flatMap(event -> whatsOn.find(event).stream())
                .toList();
        if (told.isEmpty()) return new Answer.Talk(Topic.EVENTS, speech.say("events.gone"), List.of());
        Optional<DateRange> same = Optional.empty();
        if (intent.aspects().isEmpty()) return cited(speech.say("events.again"), told, Optional.empty(), same, speech);
        String lines = told.stream()
                .map(happening -> cards.aspects(happening, intent.aspects(), speech))
                .collect(Collectors.joining("\n\n"));
        return new Answer.Cited(
                Topic.EVENTS,
                List.of(new Message.Text(lines)),
                told.stream().map(happening -> source(happening, speech)).toList(),
                List.of(),
                marks(told, same));
    }

    private Answer.Cited cited(
            String intro, List<Happening> found, Optional<String> end, Optional<DateRange> days, Speech speech) {
        var messages = new ArrayList<Message>();
        messages.add(new Message.Text(intro));
        found.forEach(happening -> messages.add(cards.card(happening, speech)));
        end.ifPresent(words -> messages.add(new Message.Text(words)));
        return new Answer.Cited(
                Topic.EVENTS,
                messages,
                found.stream().map(happening -> source(happening, speech)).toList(),
                choices(speech),
                marks(found, days));
    }

    private static List<Choice> choices(Speech speech) {
        return List.of(
                new Choice(speech.say("events.choices.weekend")),
                new Choice(speech.say("events.choices.children")),
                new Choice(speech.say("events.choices.free")));
    }

    private static List<String> marks(List<Happening> told, Optional<DateRange> days) {
        return new ToldEvents(told.stream().map(Happening::event).toList(), days).marks();
    }

    private String intro(Intent.Events intent, Speech speech) {
        String when = intent.when().map(speech::say).orElseGet(() -> speech.say("events.coming"));
        if (intent.areas().size() != 1) return speech.say("events.found", "when", when);
        return speech.say(
                "events.found-near", "when", when, "area", area(intent.areas().getFirst(), speech));
    }

    private String area(AreaId id, Speech speech) {
        Area area = municipalities.getArea(id);
        return new Naming(speech).of(area);
    }

    /** The staff's own entry: who answers for it, and of when. */
    private Source source(Happening happening, Speech speech) {
        MunicipalityId id = happening.municipality();
        String town = new Naming(speech).of(municipalities.getMunicipality(id));
        String title = happening.told().source().isEmpty()
                ? speech.say("events.source", "municipality", town)
                : happening.told().source();
        return new Source(
                "event-" + happening.event(), title, town, happening.updated().toString(), happening.title(), "");
    }
}
