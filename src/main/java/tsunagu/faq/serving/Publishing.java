package tsunagu.faq.serving;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.entry.Outcome;
import tsunagu.faq.entry.Step;
import tsunagu.knowledge.Entry;
import tsunagu.knowledge.Knowledge;
import tsunagu.staff.Member;

/** Publishing: not before every golden question has kept its answer, or an approver has said why it need not. */
@Singleton
public class Publishing {
    private final Faqs faqs;
    private final Trials trials;
    private final GoldenRepository golden;
    private final Answering answering;
    private final Knowledge knowledge;

    Publishing(Faqs faqs, Trials trials, GoldenRepository golden, Answering answering, Knowledge knowledge) {
        this.answering = answering;
        this.faqs = faqs;
        this.trials = trials;
        this.golden = golden;
        this.knowledge = knowledge;
    }

    /** What became of it. */
    public sealed interface Result {

        /** @param untilTold how long it took until residents are told it; empty where its time is still to come */
        record Published(Faq faq, Optional<Duration> untilTold) implements Result {}

        /** Nothing was published: these questions would be answered by another entry than they are. */
        record Stopped(Faq faq, List<Change> changes) implements Result {}

        /** The entry's state, the member's role or a colleague's change does not allow it. */
        record Refused(Outcome outcome) implements Result {}
    }

    /**
     * A question whose answer would be another's.
     *
     * @param expects id of the entry that should answer it
     * @param today the entry that answers it now; empty if none does
     * @param then the entry that would; empty if none would
     */
    public record Change(String question, long expects, Optional<Entry> today, Optional<Entry> then) {}

    /** @param overruling why changes of other entries' answers do not matter; empty to stop at them */
    public Result publish(Faq faq, Member by, Optional<String> overruling) {
        List<Change> changes = listChanges(faq);
        if (!changes.isEmpty() && overruling.isEmpty()) return new Result.Stopped(faq, changes);
        String reason = changes.isEmpty() ? "" : "確認の質問" + changes.size() + "件が変わるが公開。理由：" + overruling.get();
        long began = System.nanoTime();
        return switch (faqs.take(Step.PUBLISH, faq, by, reason)) {
            case Outcome.Done(Faq now) -> {
                knowledge.follow();
                boolean told = now.live().filter(one -> one == now.version()).isPresent();
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                answering.finish(now, by);
                yield new Result.Published(now, told ? Optional.of(took) : Optional.empty());
            }
            case Outcome outcome -> new Result.Refused(outcome);
        };
    }

    /** Withdraws at once: residents are not told it any more when this returns. */
    public Outcome withdraw(Faq faq, Member by, String reason) {
        Outcome outcome = faqs.take(Step.WITHDRAW, faq, by, reason);
        knowledge.follow();
        return outcome;
    }

    /** The golden questions of other entries that would be answered by another entry, were this one published. */
    public List<Change> listChanges(Faq faq) {
        String own = Long.toString(faq.id());
        Knowledge then = trials.with(faq.id(), faq.municipality(), faq.content());
        var changes = new ArrayList<Change>();
        for (Entry entry : knowledge.listEntries()) {
            if (!entry.municipality().equals(faq.municipality()) || entry.id().equals(own)) continue;
            for (String wording : entry.wordings()) {
                Optional<Entry> before = knowledge.findSame(wording, faq.municipality());
                Optional<Entry> after = then.findSame(wording, faq.municipality());
                if (differ(before, after)) changes.add(new Change(wording, Long.parseLong(entry.id()), before, after));
            }
        }
        for (Golden kept : golden.list(faq.municipality())) {
            Optional<Entry> before = told(knowledge, kept.words(), faq.municipality());
            Optional<Entry> after = told(then, kept.words(), faq.municipality());
            boolean asExpected = after.filter(one -> one.id().equals(Long.toString(kept.expects())))
                    .isPresent();
            if (!asExpected && differ(before, after))
                changes.add(new Change(kept.words(), kept.expects(), before, after));
        }
        return changes;
    }

    private static boolean differ(Optional<Entry> one, Optional<Entry> other) {
        return !Objects.equals(one.map(Entry::id), other.map(Entry::id));
    }

    private static Optional<Entry> told(Knowledge knowledge, String words, String municipality) {
        return Trials.told(knowledge, words, municipality);
    }

    /** The questions kept for an entry. */
    public List<Golden> listGolden(Faq faq) {
        return golden.listOf(faq.id());
    }

    /** Keeps a question: from now on no publishing may take it from this entry unasked. */
    public void keep(Faq faq, String words, Member by) {
        golden.keep(faq.municipality(), words, faq.id(), by.name());
    }

    public void release(Faq faq, long id) {
        golden.remove(id, faq.id());
    }
}
