package tsunagu.knowledge.question;

import java.time.Clock;
import java.util.Optional;
import tsunagu.knowledge.embedding.Embedding;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.RankingSettings.Expansion;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.LanguageFiles;
import tsunagu.knowledge.index.words.Phrasing;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.opensearch.IndexEngine;

/**
 * What questions are read, searched and judged by, whatever the documents and entries are.
 *
 * @param documents builds the index of passages
 * @param told builds that of what residents are told
 * @param tried builds that of what they may be told some day
 */
public record Means(
        AnsweringSettings settings,
        WordReader words,
        Phrasing phrasing,
        TextIndex.Builder documents,
        TextIndex.Builder told,
        TextIndex.Builder tried,
        Clock clock) {

    public static Means of(
            LanguageFiles language,
            RankingSettings ranking,
            Optional<Embedding> embedding,
            AnsweringSettings settings,
            IndexEngine engine,
            Clock clock) {
        var embedded = new IndexBuilder(language.words(), language.synonyms(), ranking, embedding);
        // Learnt expansion would make the answers depend on when an index was built, and so differ between copies.
        IndexBuilder plain = embedded.with(ranking.with(Expansion.OFF));
        return new Means(
                settings,
                language.words(),
                language.phrasing(),
                engine.builder("documents", embedded),
                engine.builder("entries", plain),
                plain,
                clock);
    }
}
