package tsunagu.conversation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.AreaId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.EntryAnswers;
import tsunagu.conversation.answer.Parts;
import tsunagu.conversation.events.EventAnswers;
import tsunagu.conversation.gatherings.Gathered;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.wish.EventWish;
import tsunagu.conversation.words.Messages;
import tsunagu.conversation.words.Speech;
import tsunagu.events.Happening;
import tsunagu.message.Message;
import tsunagu.text.DateRange;
import tsunagu.text.Language;

/**
 * What residents are told without asking, because they have asked for it before: the dialogue's own answers, each with
 * its sources, why it comes, and how to stop it.
 */
@Singleton
public class Announcements {
    /** How many messages the newcomer series has. */
    public static final int SERIES = 3;

    private final Dialogue dialogue;
    private final EventAnswers events;
    private final EntryAnswers entries;
    private final Gathered gatherings;
    private final Messages messages;

    Announcements(
            Dialogue dialogue, EventAnswers events, EntryAnswers entries, Gathered gatherings, Messages messages) {
        this.dialogue = dialogue;
        this.events = events;
        this.entries = entries;
        this.gatherings = gatherings;
        this.messages = messages;
    }

    /** What is on on a day, the evening before. */
    public List<Message> evening(LocalDate day, List<Happening> told, Language language) {
        Speech speech = messages.in(language);
        String words = speech.say("notify.told.evening", "day", speech.say(DateRange.of(day)));
        return messages(events.announced(words, told, stop(speech), speech), speech);
    }

    /** Of an event that was told, and is now at another time or place. */
    public List<Message> changed(Happening now, Language language) {
        return about("notify.told.changed", now, language);
    }

    public List<Message> cancelled(Happening now, Language language) {
        return about("notify.told.cancelled", now, language);
    }

    private List<Message> about(String key, Happening now, Language language) {
        Speech speech = messages.in(language);
        String words = speech.say(key, "title", now.title());
        return messages(events.announced(words, List.of(now), stop(speech), speech), speech);
    }

    /**
     * The newcomer series: of the area and its network; of what is on next and where people gather; of how to take
     * part.
     * Empty where nothing is known of that.
     *
     * @param step from 1 to {@value #SERIES}
     */
    public Optional<List<Message>> newcomer(int step, AreaId area, Language language) {
        Speech speech = messages.in(language);
        List<Answer.Cited> known = answers(step, area, speech)
                .filter(Answer.Cited.class::isInstance)
                .map(Answer.Cited.class::cast)
                .toList();
        if (known.isEmpty()) return Optional.empty();
        var together = (Answer.Cited) Parts.together(List.copyOf(known));
        var all = new ArrayList<Message>();
        all.add(new Message.Text(speech.say("notify.told.newcomer-" + step)));
        all.addAll(together.messages());
        all.add(new Message.Text(stop(speech)));
        return Optional.of(
                messages(new Answer.Cited(together.topic(), all, together.sources(), List.of(), List.of()), speech));
    }

    private Stream<Answer> answers(int step, AreaId area, Speech speech) {
        var municipality = area.municipality();
        var here = List.of(area);
        Stream<Intent> asked = Stream.of(
                switch (step) {
                    case 1 -> Intent.AboutNetworks.whole(municipality, here);
                    case 2 -> new Intent.Events(municipality, here, Optional.empty(), EventWish.NONE, List.of());
                    case SERIES -> new Intent.Join(municipality, here);
                    default -> throw new IllegalArgumentException("the series has no message " + step);
                });
        Stream<Answer> answers = asked.map(intent -> dialogue.answer(intent, ConversationId.random(), speech));
        if (step != 2) return answers;
        return Stream.concat(answers, gatherings.newcomers().findPlaces(area, speech).stream());
    }

    /** The answer that was waited for; empty while residents are not told the entry, or no longer. */
    public Optional<Answered> answer(long entry, Language language) {
        Speech speech = messages.in(language);
        return entries.findById(Long.toString(entry), speech).map(told -> {
            var all = new ArrayList<Message>();
            all.add(new Message.Text(speech.say("notify.told.answer", "question", told.question())));
            all.addAll(told.answer().messages());
            all.add(new Message.Text(stop(speech)));
            var answer =
                    new Answer.Cited(told.answer().topic(), all, told.answer().sources(), List.of(), List.of());
            return new Answered(told.municipality().value(), messages(answer, speech));
        });
    }

    /** @param municipality whose entry it is */
    public record Answered(String municipality, List<Message> messages) {}

    private static String stop(Speech speech) {
        return speech.say("notify.how-to-stop");
    }

    private static List<Message> messages(Answer answer, Speech speech) {
        return ReplyRenderer.render(answer, speech).withSources();
    }
}
