package tsunagu.faq.serving;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.faq.entry.Faqs;
import tsunagu.knowledge.Knowledge;

/** Begins and ends what is to begin and end by itself, and writes down how often entries were told. */
@Singleton
class FaqWorker {
    private static final Logger LOG = LoggerFactory.getLogger(FaqWorker.class);

    private final Faqs faqs;
    private final FaqSource source;
    private final Knowledge knowledge;

    FaqWorker(Faqs faqs, FaqSource source, Knowledge knowledge) {
        this.faqs = faqs;
        this.source = source;
        this.knowledge = knowledge;
    }

    @Scheduled(initialDelay = "${faq.watch:1s}", fixedDelay = "${faq.watch:1s}")
    void work() {
        try {
            if (faqs.takeDueSteps() > 0) knowledge.follow();
            source.writeDown();
        } catch (RuntimeException e) {
            // The next round may find the database back.
            LOG.warn(
                    "The entries' time could not be looked at: {}", e.getClass().getName());
        }
    }
}
