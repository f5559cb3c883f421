package tsunagu.subscriptions.seal;

import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts by the key of the settings and reads what was encrypted by that or the old one. AES-256-GCM with a random
 * nonce for every value, and bound to where it stands: elsewhere it cannot be read.
 */
@Singleton
public class Seal {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MARK_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final Optional<Key> key;
    private final Optional<Key> oldKey;

    /** @throws ConfigurationException with a Japanese sentence that names a key nobody can use */
    @Inject
    Seal(SealSettings settings) {
        this(settings.key(), settings.oldKey());
    }

    Seal(String key, String oldKey) {
        this.key = read(key, "subscriptions.key（環境変数 TSUNAGU_SUBSCRIPTIONS_KEY）");
        this.oldKey = read(oldKey, "subscriptions.old-key（環境変数 TSUNAGU_SUBSCRIPTIONS_OLD_KEY）");
        if (this.key.isEmpty() && this.oldKey.isPresent()) {
            throw new ConfigurationException("設定の誤り: subscriptions.old-key があるのに subscriptions.key がありません。"
                    + "新しい鍵を subscriptions.key（環境変数 TSUNAGU_SUBSCRIPTIONS_KEY）に書いてください。");
        }
    }

    /**
     * What was encrypted.
     *
     * @param value base64, at most 400 characters of what has at most 200
     * @param mark by which key, 16 characters that tell nothing of it
     */
    public record Sealed(String value, String mark) {}

    /** @param names what values are named by */
    private record Key(SecretKey secret, SecretKey names, String mark) {}

    /** The mark of the key that values are encrypted by; empty without one. */
    public Optional<String> newest() {
        return key.map(Key::mark);
    }

    /** Marks of the keys there are. */
    public Set<String> marks() {
        return Stream.of(key, oldKey).flatMap(Optional::stream).map(Key::mark).collect(Collectors.toSet());
    }

    /**
     * Names for a value by which it is found again and nobody can tell it: by the newest key first, then by the old
     * one. None without a key.
     */
    public List<String> names(String value) {
        return Stream.of(key, oldKey)
                .flatMap(Optional::stream)
                .map(one -> name(one, value))
                .toList();
    }

    private static String name(Key key, String value) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key.names());
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /**
     * @param bound what names the place the value belongs to
     * @throws IllegalStateException without a key
     */
    public Sealed seal(String plain, String bound) {
        Key newest = key.orElseThrow(() -> new IllegalStateException("there is no key to encrypt by"));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden =
                    cipher(Cipher.ENCRYPT_MODE, newest, nonce, bound).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(nonce.length + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
            return new Sealed(Base64.getEncoder().encodeToString(whole), newest.mark());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt by " + TRANSFORMATION, e);
        }
    }

    /** Empty where no key of ours fits, it stands elsewhere than it was bound to, or somebody has changed it. */
    public Optional<String> open(Sealed sealed, String bound) {
        return Stream.of(key, oldKey)
                .flatMap(Optional::stream)
                .filter(one -> one.mark().equals(sealed.mark()))
                .findFirst()
                .flatMap(one -> open(one, sealed.value(), bound));
    }

    private static Optional<String> open(Key key, String value, String bound) {
        try {
            byte[] whole = Base64.getDecoder().decode(value);
            if (whole.length <= NONCE_BYTES) return Optional.empty();
            byte[] nonce = new byte[NONCE_BYTES];
            ByteBuffer hidden = ByteBuffer.wrap(whole).get(nonce);
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(whole, NONCE_BYTES, hidden.remaining());
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Optional<Key> read(String base64, String place) {
        if (base64 == null || base64.isBlank()) return Optional.empty();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(wrong(place));
        }
        if (bytes.length != KEY_BYTES) throw new ConfigurationException(wrong(place));
        var names = new SecretKeySpec(digest("tsunagu.subscriptions.names", bytes), HMAC);
        String mark = HexFormat.of().formatHex(digest("tsunagu.subscriptions", bytes));
        return Optional.of(new Key(new SecretKeySpec(bytes, "AES"), names, mark.substring(0, MARK_LENGTH)));
    }

    /** Without the value, which may be a key with one letter too few. */
    private static String wrong(String place) {
        return "設定の誤り: " + place + " は 256 ビットの鍵を base64 にしたもの（44 文字）でなければなりません。" + "openssl rand -base64 32 で作れます。";
    }

    private static byte[] digest(String purpose, byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(purpose.getBytes(StandardCharsets.UTF_8));
            return digest.digest(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }
}
