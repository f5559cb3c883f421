package tsunagu.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.client.MessagingApiClientException;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.MulticastRequest;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.conversation.Reply;
import tsunagu.line.api.AccountFinder;
import tsunagu.line.api.LineClients;
import tsunagu.line.api.Outcome;
import tsunagu.line.render.LineRenderer;
import tsunagu.message.Topic;

/**
 * Messages to many residents at once, which they did not just ask for; each recipient counts against the month's quota.
 * One request is one call: whether there is another is for whoever keeps the list of recipients to decide.
 */
@Singleton
public class Multicasts {
    /** LINE's: recipients of one request. */
    public static final int MOST_RECIPIENTS = 500;

    private static final Logger log = LoggerFactory.getLogger(Multicasts.class);
    private static final String WHAT = "POST /v2/bot/message/multicast";
    private static final ObjectMapper JSON = ModelObjectMapper.createNewObjectMapper();
    private static final TypeReference<List<Message>> MESSAGES = new TypeReference<>() {};
    private static final Pattern RECIPIENT = Pattern.compile("to\\[(\\d{1,3})]");

    private final LineChannels channels;
    private final LineClients clients;
    private final LineSettings settings;
    private final LineFigures figures;
    private final AccountFinder accounts;

    Multicasts(
            LineChannels channels,
            LineClients clients,
            LineSettings settings,
            LineFigures figures,
            AccountFinder accounts) {
        this.channels = channels;
        this.clients = clients;
        this.settings = settings;
        this.figures = figures;
        this.accounts = accounts;
    }

    /** What LINE made of one request. */
    public sealed interface Answer {

        /** LINE has it, from this request or an earlier one of the same retry key. */
        record Accepted() implements Answer {}

        /** The month's quota is used up: no other try helps. */
        record QuotaUsedUp() implements Answer {}

        /** Too many requests for now. Nobody got it. */
        record Busy() implements Answer {}

        /** LINE could not be reached. Nobody got it. */
        record Unreached() implements Answer {}

        /** An error of LINE's, or silence: it may have been taken, which only the same retry key can find out. */
        record InDoubt(String status) implements Answer {}

        /** Nobody got it, because of the recipients at these places of the list, from 0. */
        record BadRecipients(Set<Integer> places) implements Answer {}

        /** Nobody got it, and nobody will. */
        record Refused(int status) implements Answer {}
    }

    /** @param limit messages a month; empty for no limit */
    public record Quota(Optional<Long> limit, long used) {
        /** Empty for no limit. */
        public Optional<Long> left() {
            return limit.map(most -> Math.max(0, most - used));
        }
    }

    /** Names of the accounts that speak for a municipality and are set up. */
    public List<String> listChannels(String municipality) {
        return channels.listChannels().stream()
                .filter(channel -> channel.account().municipality().equals(municipality))
                .map(LineChannel::name)
                .toList();
    }

    /** Messages in LINE's own form, to be kept: every try of a request must send the same. */
    public static String compose(List<tsunagu.message.Message> messages) {
        var reply = new Reply(Topic.OTHER, Reply.Outcome.CHAT, messages, List.of(), List.of(), "", "ja");
        try {
            return JSON.writerFor(MESSAGES).writeValueAsString(LineRenderer.render(reply));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of LINE's SDK cannot be written", e);
        }
    }

    /**
     * One request; takes as long as the setting {@code line.timeout} allows.
     *
     * @param retryKey however many requests have it, LINE takes one
     * @param to at most 500 user ids
     * @param body from {@link #compose}
     */
    public Answer send(String channel, UUID retryKey, List<String> to, String body) {
        Optional<LineChannel> found = channels.findByName(channel);
        if (found.isEmpty()) return new Answer.Unreached();
        var request = new MulticastRequest(messages(body), to, false, null);
        return await(found.get(), clients.api(found.get().account()).multicast(retryKey, request));
    }

    /** Empty where LINE does not tell. */
    public Optional<Quota> findQuota(String channel) {
        return channels.findByName(channel)
                .map(one -> accounts.quota(one.account()))
                .flatMap(outcome -> outcome instanceof Outcome.Done<AccountFinder.Quota>(var quota)
                        ? Optional.of(new Quota(quota.limit(), quota.used()))
                        : Optional.empty());
    }

    private Answer await(LineChannel channel, CompletableFuture<Result<Object>> call) {
        try {
            Result<?> result = call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            figures.multicast(channel, "200");
            log.info("{} for channel {}: 200, x-line-request-id {}", WHAT, channel.name(), result.requestId());
            return new Answer.Accepted();
        } catch (ExecutionException e) {
            return e.getCause() instanceof AbstractLineClientException refusal
                    ? refused(channel, refusal)
                    : unanswered(channel, e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            return unanswered(channel, e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return unanswered(channel, e);
        }
    }

    /** LINE's messages are not logged: they quote what we sent. */
    private Answer refused(LineChannel channel, AbstractLineClientException refusal) {
        int status = refusal.getCode();
        figures.multicast(channel, String.valueOf(status));
        log.warn("{} for channel {}: {}, x-line-request-id {}", WHAT, channel.name(), status, refusal.getRequestId());
        if (status >= 500) return new Answer.InDoubt(String.valueOf(status));
        return switch (status) {
            case 409 -> new Answer.Accepted();
            case 429 -> LineSender.isQuota(refusal) ? new Answer.QuotaUsedUp() : new Answer.Busy();
            case 400 -> {
                Set<Integer> places = badRecipients(refusal);
                yield places.isEmpty() ? new Answer.Refused(status) : new Answer.BadRecipients(places);
            }
            default -> new Answer.Refused(status);
        };
    }

    private static Set<Integer> badRecipients(AbstractLineClientException refusal) {
        var places = new TreeSet<Integer>();
        if (refusal instanceof MessagingApiClientException known && known.getDetails() != null) {
            known.getDetails().stream()
                    .map(detail -> Objects.requireNonNullElse(detail.property(), ""))
                    .map(RECIPIENT::matcher)
                    .filter(Matcher::matches)
                    .forEach(place -> places.add(Integer.parseInt(place.group(1))));
        }
        return places;
    }

    private Answer unanswered(LineChannel channel, Throwable cause) {
        figures.multicast(channel, "none");
        String kind = cause.getClass().getSimpleName();
        log.warn("{} for channel {}: no answer ({})", WHAT, channel.name(), kind);
        boolean neverThere = cause instanceof ConnectException || cause instanceof UnknownHostException;
        return neverThere ? new Answer.Unreached() : new Answer.InDoubt("none");
    }

    private static List<Message> messages(String body) {
        try {
            return JSON.readValue(body, MESSAGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored message cannot be read", e);
        }
    }
}
