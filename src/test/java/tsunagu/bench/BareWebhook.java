package tsunagu.bench;

import com.linecorp.bot.parser.LineSignatureValidator;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the load driver holds the product against: an endpoint that checks the signature and does nothing else. */
@Controller("/line")
@Requires(property = "bare-webhook")
final class BareWebhook {
    private final LineSignatureValidator signatures =
            new LineSignatureValidator(System.getenv("LINE_CHANNEL_SECRET").getBytes(StandardCharsets.UTF_8));

    public static void main(String[] args) {
        ApplicationContext.run(EmbeddedServer.class, Map.of("bare-webhook", true))
                .start();
    }

    @Post(uri = "/default/webhook", consumes = MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> receive(@Header("x-line-signature") String signature, @Body ByteBuffer<?> body) {
        return signatures.validateSignature(body.toByteArray(), signature)
                ? HttpResponse.ok()
                : HttpResponse.unauthorized();
    }
}
