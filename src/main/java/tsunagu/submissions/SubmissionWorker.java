package tsunagu.submissions;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.desk.Standing;
import tsunagu.keeping.Expiry;
import tsunagu.submissions.entry.State;
import tsunagu.submissions.entry.Submission;
import tsunagu.submissions.entry.Submissions;

/** Follows what becomes of the drafts that staff have made; and ends what has expired. */
@Singleton
class SubmissionWorker implements Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionWorker.class);

    private final Submissions submissions;
    private final Entries entries;
    private final ApplicationEventPublisher<SubmissionPublished> published;

    SubmissionWorker(
            Submissions submissions, Entries entries, ApplicationEventPublisher<SubmissionPublished> published) {
        this.submissions = submissions;
        this.entries = entries;
        this.published = published;
    }

    @Scheduled(initialDelay = "${submissions.follow}", fixedDelay = "${submissions.follow}")
    void follow() {
        try {
            submissions.list(Optional.empty(), State.TAKEN).forEach(this::follow);
        } catch (RuntimeException e) {
            LOG.warn("Could not look at what became of submissions: {}", e.getMessage());
        }
    }

    private void follow(Submission taken) {
        Standing standing = entries.standing(taken).orElse(Standing.GONE);
        if (standing == Standing.GONE) submissions.lost(taken);
        else if (standing == Standing.TOLD && submissions.published(taken)) published.publishEvent(event(taken));
    }

    private SubmissionPublished event(Submission one) {
        return new SubmissionPublished(
                one.id(),
                one.municipality(),
                one.sender().channel(),
                Optional.of(one.sender().conversation()).filter(conversation -> !conversation.isEmpty()),
                one.sender().language(),
                one.title(),
                entries.publicPath(one));
    }

    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("住民からの情報", submissions.deleteExpired());
    }
}
