package tsunagu.line.api;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What became of a call to LINE.
 *
 * @param <T> what LINE answers with
 */
public sealed interface Outcome<T> {

    record Done<T>(T answer) implements Outcome<T> {}

    /** LINE said no. Its words may change and are for nobody but operators. */
    record Refused<T>(int status) implements Outcome<T> {}

    /** No answer in time, or no way to LINE. */
    record Unreached<T>() implements Outcome<T> {}

    /** Waits for it. */
    static <T> Outcome<T> of(CompletableFuture<Result<T>> call, Duration patience) {
        try {
            return new Done<>(
                    call.get(patience.toMillis(), TimeUnit.MILLISECONDS).body());
        } catch (ExecutionException e) {
            return e.getCause() instanceof AbstractLineClientException refusal
                    ? new Refused<>(refusal.getCode())
                    : new Unreached<>();
        } catch (TimeoutException e) {
            call.cancel(true);
            return new Unreached<>();
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Unreached<>();
        }
    }
}
