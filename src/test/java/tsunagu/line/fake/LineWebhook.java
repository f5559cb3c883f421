package tsunagu.line.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Delivers to a bot's webhook as LINE does. Signs with Java's own means, so that it does not share a mistake with the
 * SDK.
 */
public record LineWebhook(URI address, String secret) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The events in one signed body. */
    public HttpResponse<String> deliver(JsonNode... events) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("destination", FakeLine.BOT_USER_ID).putArray("events").addAll(List.of(events));
        return deliver(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Any body, signed. */
    public HttpResponse<String> deliver(byte[] body) {
        return post(body, "x-line-signature", sign(body));
    }

    /** Any body with any headers, names and values in turn. */
    public HttpResponse<String> post(byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        boolean typed = List.of(headers).contains("Content-Type");
        if (!typed) request.header("Content-Type", "application/json; charset=utf-8");
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    /** Any request at all. */
    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
