package tsunagu.conversation.answer;

import java.util.List;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;

/** What the dialogue has come to. There is no way to make a factual answer without a source. */
public sealed interface Answer {

    /**
     * Facts, and what says so.
     *
     * @param passages by what the passages that were told are found again, where passages were
     */
    record Cited(Topic topic, List<Message> messages, List<Source> sources, List<Choice> choices, List<String> passages)
            implements Answer {
        public Cited(Topic topic, List<Message> messages, List<Source> sources, List<Choice> choices) {
            this(topic, messages, sources, choices, List.of());
        }

        public Cited {
            messages = List.copyOf(messages);
            sources = sources.stream().distinct().toList();
            choices = List.copyOf(choices);
            passages = List.copyOf(passages);
            if (sources.isEmpty()) throw new IllegalArgumentException("a factual answer needs a source");
        }

        public Cited withChoices(List<Choice> others) {
            return new Cited(topic, messages, sources, others, passages);
        }
    }

    /**
     * The documents do not say; whom to ask instead.
     *
     * @param reason kept with the question for staff
     */
    record NotKnown(Topic topic, Reason reason, String words, List<Choice> choices) implements Answer {

        /** Why it is not known. */
        public enum Reason {
            NOTHING_FOUND,
            ONLY_RELATED,
            UNDOCUMENTED,
            OUT_OF_SCOPE,
            ELSEWHERE,
            UNKNOWN_PLACE,
            NO_EVENTS,
            /** Whether it is known could not be looked up: no question that nobody could answer. */
            SEARCH_AWAY
        }
    }

    /** A question back. */
    record Ask(Topic topic, String question, List<Choice> choices) implements Answer {}

    /** 119 or 110 first, and nothing else. */
    record Urgent(String words) implements Answer {}

    /** Small talk, help, and what is declined. */
    record Talk(Topic topic, String words, List<Choice> choices) implements Answer {}
}
