package tsunagu.faq.serving;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.conversation.Conversations;
import tsunagu.faq.entry.Content;
import tsunagu.knowledge.Entry;
import tsunagu.knowledge.Explanation;
import tsunagu.knowledge.Finding;
import tsunagu.knowledge.Knowledge;
import tsunagu.knowledge.Scope;

/** What would be answered with a change, before it is made. */
@Singleton
public class Trials {
    private final Knowledge knowledge;
    private final Conversations conversations;
    private final EntryWriter writer;

    Trials(Knowledge knowledge, Conversations conversations, EntryWriter writer) {
        this.knowledge = knowledge;
        this.conversations = conversations;
        this.writer = writer;
    }

    /**
     * An answer as a resident would get it.
     *
     * @param today what is answered now
     * @param then what would be answered with the entry published as it is
     * @param byIt whether the entry is what would be told
     * @param why what led to {@code then}
     */
    public record Tried(String text, String today, String then, boolean byIt, Explanation why) {
        public boolean changes() {
            return !today.equals(then);
        }
    }

    /** Answers each of the sentences, with the entry as it is written. */
    public List<Tried> answer(long id, String municipality, Content content, List<String> sentences) {
        Knowledge then = with(id, municipality, content);
        Knowledge today = knowledge.uncounted();
        return sentences.stream()
                .map(text -> new Tried(
                        text,
                        conversations.rehearse(text, municipality, today).plainText(),
                        conversations.rehearse(text, municipality, then).plainText(),
                        told(then, text, municipality)
                                .filter(entry -> entry.id().equals(Long.toString(id)))
                                .isPresent(),
                        then.explain(text, Scope.preferring(municipality))))
                .toList();
    }

    /** How well what is told now fits a question, by the ids of entries; those far from it are missing. */
    public Map<Long, Double> fits(String question, String municipality) {
        var fits = new HashMap<Long, Double>();
        for (var considered : knowledge
                .uncounted()
                .explain(question, Scope.preferring(municipality))
                .considered()) {
            considered.entry().ifPresent(id -> fits.put(Long.parseLong(id), considered.fit()));
        }
        return fits;
    }

    /** What is known with the entry in place of its version that is told now, if any. */
    Knowledge with(long id, String municipality, Content content) {
        var entries = new ArrayList<Entry>(knowledge.listEntries());
        entries.removeIf(entry -> entry.id().equals(Long.toString(id)));
        entries.add(writer.tried(id, municipality, content));
        return knowledge.with(entries);
    }

    /** The entry that is told, if one is: also where neither documents nor facts have an answer. */
    static Optional<Entry> told(Knowledge knowledge, String text, String municipality) {
        return switch (knowledge.find(text, Scope.preferring(municipality))) {
            case Finding.Approved(var entry) -> Optional.of(entry);
            case Finding.Answered _, Finding.Outlined _, Finding.Related _, Finding.Nothing _, Finding.Unavailable _ ->
                Optional.empty();
        };
    }
}
