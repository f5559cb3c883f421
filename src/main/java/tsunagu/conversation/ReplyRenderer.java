package tsunagu.conversation;

import java.util.List;
import tsunagu.conversation.Reply.Outcome;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;

/** An answer in the form every channel understands. */
final class ReplyRenderer {
    /** LINE shows no more quick replies than this. */
    static final int MOST_CHOICES = 13;

    private ReplyRenderer() {}

    static Reply render(Answer answer, Speech speech) {
        return switch (answer) {
            case Answer.Cited(var topic, var messages, var sources, var choices, var passages) ->
                reply(topic, Outcome.ANSWERED, messages, choices, sources, speech);
            case Answer.NotKnown(var topic, var reason, var words, var choices) ->
                reply(topic, Outcome.NOT_KNOWN, text(words), choices, List.of(), speech);
            case Answer.Ask(var topic, var question, var choices) ->
                reply(topic, Outcome.ASKED, text(question), choices, List.of(), speech);
            case Answer.Urgent(var words) ->
                reply(Topic.URGENT, Outcome.URGENT, text(words), List.of(), List.of(), speech);
            case Answer.Talk(var topic, var words, var choices) ->
                reply(topic, Outcome.CHAT, text(words), choices, List.of(), speech);
        };
    }

    private static List<Message> text(String words) {
        return List.of(new Message.Text(words));
    }

    private static Reply reply(
            Topic topic,
            Outcome outcome,
            List<Message> messages,
            List<Choice> choices,
            List<Source> sources,
            Speech speech) {
        return new Reply(
                topic,
                outcome,
                messages,
                choices.stream().limit(MOST_CHOICES).toList(),
                sources,
                speech.say("source"),
                speech.language().tag());
    }
}
