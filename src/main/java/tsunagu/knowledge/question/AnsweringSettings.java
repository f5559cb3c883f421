package tsunagu.knowledge.question;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The setting {@code knowledge.answering}: when the documents are taken to answer.
 *
 * @param leastCoverage share of the question that excerpt, headings and document title must speak of to answer it
 * @param leastRelated share of the question that must be spoken of to offer a passage as related
 * @param leastSpecific weight of the question's words from which a question that wants nothing in particular says what
 *     it is about: 「自治会について」 is about everything
 * @param synonymCredit what another name counts of the word that was said
 * @param ownMunicipality how much better another municipality's passage must fit; scores are about 1
 * @param newerDocument how much better an older document of the same municipality must fit
 * @param alsoWithin further excerpts are given if they fit at most this much less than the first
 */
@ConfigurationProperties("knowledge.answering")
public record AnsweringSettings(
        @Bindable(defaultValue = "0.7") double leastCoverage,
        @Bindable(defaultValue = "0.5") double leastRelated,
        @Bindable(defaultValue = "3.3") double leastSpecific,
        @Bindable(defaultValue = "0.8") double synonymCredit,
        @Bindable(defaultValue = "0.15") double ownMunicipality,
        @Bindable(defaultValue = "0.15") double newerDocument,
        @Bindable(defaultValue = "0.25") double alsoWithin) {

    /** The same with another share that must be spoken of. */
    public AnsweringSettings withLeastCoverage(double share) {
        return new AnsweringSettings(
                share, leastRelated, leastSpecific, synonymCredit, ownMunicipality, newerDocument, alsoWithin);
    }

    /** As measured, and as they ship. */
    public static AnsweringSettings standard() {
        return new AnsweringSettings(0.7, 0.5, 3.3, 0.8, 0.15, 0.15, 0.25);
    }
}
