package tsunagu.line;

import com.linecorp.bot.parser.LineSignatureValidator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tsunagu.conversation.ConversationId;
import tsunagu.line.api.Account;

/** One LINE account of a town that is set up. A class, not a record: {@code toString} must not tell its secrets. */
final class LineChannel {
    private static final String HMAC = "HmacSHA256";

    private final Account account;
    private final LineSignatureValidator signatures;
    private final SecretKeySpec conversationKey;

    LineChannel(String name, String municipality, String secret, String token) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        this.account = new Account(name, token, municipality);
        this.signatures = new LineSignatureValidator(key);
        this.conversationKey = new SecretKeySpec(key, HMAC);
    }

    String name() {
        return account.name();
    }

    /** Whether LINE signed exactly these bytes for this channel. */
    boolean isSigned(byte[] body, String signature) {
        if (signature == null) return false;
        try {
            return signatures.validateSignature(body, signature.strip());
        } catch (IllegalArgumentException e) {
            return false; // not Base64
        }
    }

    /**
     * The same for every message of one person in one chat, and nobody can tell the person by it. A person whose id
     * LINE withholds gets a new conversation with each message.
     */
    ConversationId conversation(Optional<String> userId, Optional<String> groupId) {
        String person = userId.map(user -> hash("conversation\n" + name() + "\n" + user + "\n" + groupId.orElse("")))
                .orElseGet(() -> UUID.randomUUID().toString());
        return new ConversationId("line-" + person);
    }

    /** As calls to LINE need it. */
    Account account() {
        return account;
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(conversationKey);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "LineChannel[" + name() + "]";
    }
}
