package tsunagu.conversation.memory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What conversations have settled, kept in the database so that any node can take the next message; it expires. */
@Singleton
public class Memories {
    /** Characters, as the column has them. */
    private static final int MOST_TOLD = 1000;

    /** The same; what is longer is a sentence rather than a subject. */
    private static final int LONGEST_SUBJECT = 60;

    private final ConversationRepository conversations;
    private final KeepingSettings keeping;
    private final Clock clock;

    Memories(ConversationRepository conversations, KeepingSettings keeping, Clock clock) {
        this.conversations = conversations;
        this.keeping = keeping;
        this.clock = clock;
    }

    /** {@link Memory#NONE} for a conversation that is new or has expired. */
    public Memory recall(String conversation) {
        return conversations
                .findById(conversation)
                .filter(row -> row.expiresAt().isAfter(clock.instant()))
                .map(Memories::memory)
                .orElse(Memory.NONE);
    }

    public void remember(String conversation, Memory memory) {
        var row = new ConversationRow(
                conversation,
                memory.municipality().orElse(null),
                memory.settled(),
                String.join(",", memory.areas()),
                memory.home().orElse(null),
                String.join(",", memory.asked()),
                String.join(",", fitting(memory.told())),
                memory.subject()
                        .filter(words -> words.length() <= LONGEST_SUBJECT)
                        .orElse(null),
                String.join(",", memory.pending()),
                memory.awaitingPlace(),
                memory.languageTag().orElse(null),
                memory.languageChosen(),
                clock.instant().plus(keeping.memory()));
        // An insert that is refused costs H2 more than all else here.
        if (!conversations.existsById(conversation)) conversations.makeSure(conversation, row.expiresAt());
        conversations.update(row);
    }

    /** As if it had never been. */
    public void forget(String conversation) {
        conversations.deleteById(conversation);
    }

    /** The first of what was told, as far as there is room. Of a longer list one goes on from these alone. */
    private static List<String> fitting(List<String> told) {
        int room = MOST_TOLD;
        int fit = 0;
        while (fit < told.size() && told.get(fit).length() < room)
            room -= told.get(fit++).length() + 1;
        return told.subList(0, fit);
    }

    private static Memory memory(ConversationRow row) {
        return new Memory(
                Optional.ofNullable(row.municipality()),
                row.settled(),
                list(row.areas()),
                Optional.ofNullable(row.home()),
                list(row.asked()),
                list(row.told()),
                Optional.ofNullable(row.subject()),
                list(row.pending()),
                row.awaitingPlace(),
                Optional.ofNullable(row.languageTag()),
                row.languageChosen());
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
