package tsunagu.conversation;

import jakarta.inject.Singleton;
import java.util.List;
import tsunagu.conversation.Reply.Outcome;
import tsunagu.conversation.Reply.Topic;
import tsunagu.message.Message;

/** The one door to the dialogue: an utterance in, a reply out, remembered under its conversation. */
@Singleton
public class Conversations {

    /** Never null, never empty; safe to call from several threads, one utterance of a conversation at a time. */
    public Reply reply(Utterance utterance) {
        return new Reply(
                Topic.OTHER,
                Outcome.CHAT,
                List.of(new Message.Text("…")),
                List.of(),
                List.of(),
                "出典",
                "ja");
    }
}
