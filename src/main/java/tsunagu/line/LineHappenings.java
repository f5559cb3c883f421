package tsunagu.line;

import com.linecorp.bot.messaging.model.Message;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.Occasion;
import tsunagu.conversation.Occasion.Unreadable;
import tsunagu.conversation.Utterance;
import tsunagu.line.api.Profiles;
import tsunagu.line.event.LineEvent.Happened;
import tsunagu.line.event.LineEvent.What;
import tsunagu.line.menu.Menu;
import tsunagu.line.render.LineRenderer;
import tsunagu.line.unsent.UnsentMessages;
import tsunagu.text.Language;

/** What is said and done where something happens without words. */
@Singleton
final class LineHappenings {
    private final Conversations conversations;
    private final Profiles profiles;
    private final UnsentMessages unsent;
    private final Menu menu;

    LineHappenings(Conversations conversations, Profiles profiles, UnsentMessages unsent, Menu menu) {
        this.conversations = conversations;
        this.profiles = profiles;
        this.unsent = unsent;
        this.menu = menu;
    }

    /** Whether the resident has taken the message back, even before it came. */
    boolean isTakenBack(LineChannel channel, String messageId) {
        return unsent.isUnsent(channel.messageName(messageId));
    }

    /** Nothing where nothing is to be said. */
    List<Message> answer(LineChannel channel, ConversationId conversation, Happened happened) {
        return switch (happened.what()) {
            case What.Sticker sticker -> say(channel, conversation, new Occasion.Sticker(), Optional.empty());
            case What.Media media ->
                say(
                        channel,
                        conversation,
                        new Unreadable(Unreadable.Kind.valueOf(media.kind().name())),
                        Optional.empty());
            case What.Located located ->
                say(channel, conversation, new Occasion.Located(located.address()), Optional.empty());
            case What.Followed followed ->
                say(
                        channel,
                        conversation,
                        new Occasion.Followed(followed.returning()),
                        language(channel, happened.userId()));
            case What.JoinedGroup joined ->
                say(channel, conversation, new Occasion.JoinedGroup(), Optional.empty());
            case What.Pressed pressed -> press(channel, conversation, pressed.data());
            case What.Unfollowed unfollowed -> {
                conversations.forget(conversation);
                yield List.of();
            }
            case What.Unsent(String messageId) -> {
                String message = channel.messageName(messageId);
                unsent.remember(message);
                conversations.forgetMessage(conversation, message);
                yield List.of();
            }
        };
    }

    private List<Message> say(
            LineChannel channel, ConversationId conversation, Occasion occasion, Optional<Language> language) {
        return LineRenderer.render(
                conversations.reply(conversation, occasion, Optional.of(channel.municipality()), language));
    }

    /** What a tile of our menu says; anything else was made up by somebody, and nobody waits for an answer to it. */
    private List<Message> press(LineChannel channel, ConversationId conversation, String data) {
        return menu.findSaidBy(data)
                .map(words -> LineRenderer.render(conversations.reply(new Utterance(
                        conversation, words, Optional.of(channel.municipality()), Optional.empty()))))
                .orElse(List.of());
    }

    private Optional<Language> language(LineChannel channel, Optional<String> userId) {
        return userId.flatMap(user -> profiles.findLanguage(channel.name(), channel.token(), user))
                .map(tag -> Language.findByTag(tag).orElse(Language.ENGLISH));
    }
}
