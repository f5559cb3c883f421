package tsunagu.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Reply;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;

/**
 * A reply as JSON, for {@code POST /api/chat} and for the command {@code ask --json}. Every key is always there.
 *
 * @param text the whole reply with its sources as plain text
 * @param topic wire name of {@link Topic}
 * @param outcome wire name of {@link Reply.Outcome}
 * @param choices what to send next, as text
 * @param conversation id to send with the next question
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChatAnswer(
        String text,
        List<Part> messages,
        String topic,
        String outcome,
        List<Citation> citations,
        List<String> choices,
        String conversation) {

    public static ChatAnswer of(ConversationId conversation, Reply reply) {
        return new ChatAnswer(
                reply.plainText(),
                reply.messages().stream().map(ChatAnswer::part).toList(),
                reply.topic().wireName(),
                reply.outcome().wireName(),
                reply.sources().stream().map(ChatAnswer::citation).toList(),
                reply.choices().stream().map(Choice::text).toList(),
                conversation.value());
    }

    private static Part part(Message message) {
        return switch (message) {
            case Message.Text text -> new Text(text.text());
            case Message.Card card ->
                new Card(
                        card.title(),
                        card.lines().stream()
                                .map(line -> new Line(line.label(), line.value()))
                                .toList(),
                        card.links().stream()
                                .map(link -> new Link(link.label(), link.uri().toString()))
                                .toList(),
                        card.plainText());
        };
    }

    private static Citation citation(Source source) {
        return new Citation(
                source.document(),
                source.title(),
                source.publisher(),
                source.published(),
                source.heading(),
                source.quote(),
                source.page().isPresent() ? source.page().getAsInt() : null,
                source.path());
    }

    /** One message; its kind is the key {@code kind}. */
    @Serdeable
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Text.class, name = "text"),
        @JsonSubTypes.Type(value = Card.class, name = "card")
    })
    public sealed interface Part {}

    /** Sentences, lines parted by {@code \n}. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Text(String text) implements Part {}

    /** Something with a name and what is known of it; {@code text} says the same for readers without cards. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Card(String title, List<Line> lines, List<Link> links, String text) implements Part {}

    /** 「電話」「042-420-2821」. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Line(String label, String value) {}

    /** {@code tel:} or {@code https:}. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Link(String label, String uri) {}

    /** Where a statement comes from, as {@link Source} has it; empty strings, and no page, where there is nothing. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Citation(
            String document,
            String title,
            String publisher,
            String published,
            String heading,
            String quote,
            @Nullable Integer page,
            String path) {}
}
