package tsunagu.conversation.networks;

import java.util.ArrayList;
import java.util.List;
import tsunagu.areas.Area;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipality;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.AreaAnswers;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.SourceNotes;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Message;
import tsunagu.message.Topic;

/** One answer in the making: sentences, and beside each the fact it rests on, so that none goes without its source. */
final class Told {
    private final Municipality municipality;
    private final List<Area> areas;
    private final boolean all;
    private final Speech speech;
    private final List<String> sentences = new ArrayList<>();
    private final List<Fact<?>> facts = new ArrayList<>();
    private final List<Message.Card> cards = new ArrayList<>();

    /** @param all whether every area of the municipality is meant, none having been named */
    Told(Municipality municipality, List<Area> areas, boolean all, Speech speech) {
        this.municipality = municipality;
        this.areas = areas;
        this.all = all;
        this.speech = speech;
    }

    Municipality municipality() {
        return municipality;
    }

    List<Area> areas() {
        return areas;
    }

    boolean all() {
        return all;
    }

    Speech speech() {
        return speech;
    }

    Naming naming() {
        return new Naming(speech);
    }

    /** One area alone is compared with all the others. */
    List<Area> compared() {
        return areas.size() == 1 ? municipality.areas() : areas;
    }

    /** The key of a superlative: of two that were named, the older need not be the oldest of all. */
    String ofThese(String key, List<Area> compared) {
        return compared.size() < municipality.areas().size() ? key + "-of" : key;
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    /** A sentence that only leads over to others. */
    void say(String key, Object... namesAndValues) {
        sentences.add(speech.say(key, namesAndValues));
    }

    void tell(Fact<?> fact, String key, Object... namesAndValues) {
        state(fact, speech.say(key, namesAndValues));
    }

    void state(Fact<?> fact, String sentence) {
        sentences.add(sentence);
        facts.add(fact);
    }

    void rest(Fact<?> fact) {
        facts.add(fact);
    }

    void show(Message.Card card) {
        cards.add(card);
    }

    Answer.Cited answer() {
        var messages = new ArrayList<Message>();
        messages.add(new Message.Text(String.join("\n", sentences)));
        messages.addAll(cards);
        return new Answer.Cited(Topic.NETWORK, messages, SourceNotes.of(facts), AreaAnswers.next(municipality, speech));
    }
}
