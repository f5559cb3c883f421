package tsunagu.line.answer;

import com.linecorp.bot.messaging.model.Message;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.Occasion;
import tsunagu.conversation.Occasion.Unreadable;
import tsunagu.conversation.Utterance;
import tsunagu.line.api.Account;
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
    /** Where residents' phones find our pages; empty where nobody has said it. */
    private final String site;

    LineHappenings(
            Conversations conversations,
            Profiles profiles,
            UnsentMessages unsent,
            Menu menu,
            @Value("${tsunagu.address:}") String address) {
        this.conversations = conversations;
        this.profiles = profiles;
        this.unsent = unsent;
        this.menu = menu;
        this.site = address;
    }

    /** Whether the resident has taken the message back, even before it came. */
    boolean isTakenBack(Account account, String messageId) {
        return unsent.isUnsent(account.messageName(messageId));
    }

    /** Nothing where nothing is to be said. The profile is asked for now, before anything is written. */
    Supplier<List<Message>> prepare(Account account, ConversationId conversation, Happened happened) {
        Optional<Language> language =
                happened.what() instanceof What.Followed ? language(account, happened.userId()) : Optional.empty();
        return () -> answer(account, conversation, happened, language);
    }

    private static Occasion located(What.Located located) {
        var point = located.point().map(at -> new Occasion.Located.Point(at.latitude(), at.longitude()));
        return new Occasion.Located(located.address(), point);
    }

    private List<Message> answer(
            Account account, ConversationId conversation, Happened happened, Optional<Language> language) {
        return switch (happened.what()) {
            case What.Sticker sticker -> say(account, conversation, new Occasion.Sticker(), Optional.empty());
            case What.Media media ->
                say(
                        account,
                        conversation,
                        new Unreadable(Unreadable.Kind.valueOf(media.kind().name())),
                        Optional.empty());
            case What.Located located -> say(account, conversation, located(located), Optional.empty());
            case What.Followed followed ->
                say(account, conversation, new Occasion.Followed(followed.returning()), language);
            case What.JoinedGroup joined -> say(account, conversation, new Occasion.JoinedGroup(), Optional.empty());
            case What.Pressed pressed -> press(account, conversation, happened, pressed.data());
            case What.Unfollowed unfollowed -> {
                conversations.forget(conversation);
                yield List.of();
            }
            case What.Unsent(String messageId) -> {
                String message = account.messageName(messageId);
                unsent.remember(message);
                conversations.forgetMessage(conversation, message);
                yield List.of();
            }
        };
    }

    private List<Message> say(
            Account account, ConversationId conversation, Occasion occasion, Optional<Language> language) {
        return LineRenderer.render(
                conversations.reply(
                        account.channel(), conversation, occasion, Optional.of(account.municipality()), language),
                site);
    }

    /** What a tile of our menu says; anything else was made up by somebody, and nobody waits for an answer to it. */
    private List<Message> press(Account account, ConversationId conversation, Happened happened, String data) {
        return menu.findSaidBy(data)
                .map(words -> LineRenderer.render(
                        conversations.reply(new Utterance(
                                conversation,
                                words,
                                Optional.of(account.municipality()),
                                Optional.empty(),
                                Optional.empty(),
                                account.channel(),
                                LineAnswers.address(account, happened))),
                        site))
                .orElse(List.of());
    }

    private Optional<Language> language(Account account, Optional<String> userId) {
        return userId.flatMap(user -> profiles.findLanguage(account, user))
                .map(tag -> Language.findByTag(tag).orElse(Language.ENGLISH));
    }
}
