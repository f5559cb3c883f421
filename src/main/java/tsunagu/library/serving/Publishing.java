package tsunagu.library.serving;

import jakarta.inject.Singleton;
import java.time.Duration;
import tsunagu.knowledge.Knowledge;
import tsunagu.library.entry.Holding;
import tsunagu.library.entry.Holdings;
import tsunagu.library.entry.Outcome;
import tsunagu.library.entry.Step;
import tsunagu.staff.Member;

/** Changes of what residents are told from: at once on this copy, within about a second on others. */
@Singleton
public final class Publishing {
    private final Holdings holdings;
    private final Knowledge knowledge;

    Publishing(Holdings holdings, Knowledge knowledge) {
        this.holdings = holdings;
        this.knowledge = knowledge;
    }

    /** @param took until residents are told so */
    public record Result(Outcome outcome, Duration took) {}

    /** Publishes or withdraws; residents are told so when this returns, and were told the old until then. */
    public Result take(Step step, Holding holding, Member by, String reason) {
        long began = System.nanoTime();
        Outcome outcome = holdings.take(step, holding, by, reason);
        if (outcome instanceof Outcome.Done) knowledge.follow();
        return new Result(outcome, Duration.ofNanos(System.nanoTime() - began));
    }
}
