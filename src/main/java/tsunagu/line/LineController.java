package tsunagu.line;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.line.event.Delivered;

/**
 * Where LINE delivers what residents write. LINE gets its 200 once that is in the inbox, and a 5xx where it cannot be
 * saved, so that it delivers again; {@link LineWorker} answers the residents.
 */
@Controller("/line")
final class LineController {
    private static final Logger log = LoggerFactory.getLogger(LineController.class);

    private final LineChannels channels;
    private final LineWorker worker;
    private final LineFigures figures;

    LineController(LineChannels channels, LineWorker worker, LineFigures figures) {
        this.channels = channels;
        this.worker = worker;
        this.figures = figures;
    }

    /**
     * The body is bytes, whatever its content type: LINE signs what it sends, and text that was decoded and encoded
     * again is no longer what it signed.
     */
    @Post(uri = "/{channel}/webhook", consumes = MediaType.ALL, produces = MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> receive(
            HttpRequest<?> request,
            @PathVariable String channel,
            @Header("x-line-signature") @Nullable String signature,
            @Body @Nullable ByteBuffer<?> body) {
        Optional<LineChannel> found = channels.findByName(channel);
        if (found.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "No LINE channel of this name is set up here.");
        }
        long start = System.nanoTime();
        HttpResponse<?> response = receive(found.get(), signature, body == null ? new byte[0] : body.toByteArray());
        figures.responded(found.get(), response.code(), Duration.ofNanos(System.nanoTime() - start));
        // LINE keeps no log for its customers; who called when, and what we said, stands here.
        log.info(
                "POST /line/{}/webhook from {}: {}",
                found.get().name(),
                request.getRemoteAddress().getAddress().getHostAddress(),
                response.code());
        return response;
    }

    private HttpResponse<?> receive(LineChannel channel, @Nullable String signature, byte[] body) {
        if (!channel.isSigned(body, signature)) {
            figures.refused(channel, "signature");
            return problem(
                    HttpStatus.UNAUTHORIZED,
                    "The header x-line-signature is missing or does not fit the body. Check the channel secret.");
        }
        Optional<Delivered.Body> delivered = Delivered.read(body);
        if (delivered.isEmpty()) {
            figures.refused(channel, "body");
            return problem(HttpStatus.BAD_REQUEST, "The body is not JSON with a list of events.");
        }
        try {
            worker.accept(channel, delivered.get());
        } catch (RuntimeException e) {
            figures.refused(channel, "inbox");
            // Its message may quote the resident.
            log.error("A webhook cannot be saved: {}", e.getClass().getName());
            return problem(
                    HttpStatus.SERVICE_UNAVAILABLE, "The events cannot be saved now. Deliver again in a minute.");
        }
        return HttpResponse.ok();
    }

    private static HttpResponse<Problem> problem(HttpStatus status, String detail) {
        return HttpResponse.<Problem>status(status)
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                .body(new Problem(status.getReason(), status.getCode(), detail));
    }

    /** RFC 9457. */
    @Serdeable
    record Problem(String title, int status, String detail) {}
}
