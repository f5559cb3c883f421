package tsunagu.conversation;

/** Published when what is kept of a conversation was deleted, for whoever keeps something of it elsewhere. */
public record Forgotten(ConversationId conversation) {}
