package tsunagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.knowledge.embedding.Embedding;
import tsunagu.knowledge.embedding.EmbeddingSettings;
import tsunagu.knowledge.embedding.TinyModel;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.opensearch.IndexEngine;

/** With a model that knows which words mean the same, what shares no word with a question is found. */
class MeaningTest {
    private static final Scope NISHITOKYO = Scope.preferring("nishitokyo");
    private static final List<List<String>> MEANINGS = List.of(
            List.of("粗大ごみ", "古い箪笥"), List.of("申し込", "手放した"), List.of("集会室"), List.of("予約", "おさえる"), List.of("会費"));

    @TempDir
    private Path folder;

    private EmbeddingSettings settings;

    @BeforeEach
    void write() throws IOException {
        settings = TinyModel.write(folder, MEANINGS);
    }

    private List<Hit> search(Optional<Embedding> embedding, String question) {
        List<TextEntry> entries = List.of(
                new TextEntry("bulky", "粗大ごみの出し方", "粗大ごみは電話で申し込みます。"),
                new TextEntry("fee", "会費の額", "会費は年に千円です。"),
                new TextEntry("hall", "集会室の予約", "集会室は窓口で予約します。"));
        return new IndexBuilder(WordReader.knowing(List.of()), Synonyms.none(), RankingSettings.recipe(), embedding)
                .build(entries)
                .search(question, 3)
                .hits();
    }

    @Test
    void findsWhatWordsAloneDoNot() {
        try (Embedding embedding = settings.open().orElseThrow()) {
            assertThat(search(Optional.empty(), "古い箪笥")).isEmpty();
            assertThat(search(Optional.of(embedding), "古い箪笥"))
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.id()).isEqualTo("bulky"))
                    .satisfies(hit -> assertThat(hit.score()).isBetween(0.3, 0.6))
                    .satisfies(hit -> assertThat(hit.credit()).isBetween(0.25, 0.5));
        }
    }

    @Test
    void meaningAddsToWordsAndDoesNotReplaceThem() {
        try (Embedding embedding = settings.open().orElseThrow()) {
            Hit without = search(Optional.empty(), "集会室をおさえる").getFirst();
            Hit with = search(Optional.of(embedding), "集会室をおさえる").getFirst();
            assertThat(with.id()).isEqualTo(without.id()).isEqualTo("hall");
            assertThat(with.score()).isBetween(without.score() + 0.3, without.score() + 0.61);
            assertThat(with.matched()).isEqualTo(without.matched());
            assertThat(search(Optional.of(embedding), "窓口").getFirst().score())
                    .isEqualTo(search(Optional.empty(), "窓口").getFirst().score());
        }
    }

    @Test
    void anEntryIsToldForWhatMeansTheSame() throws IOException {
        var entry = new Entry(
                "bulky",
                "nishitokyo",
                List.of("粗大ごみを申し込みたい"),
                List.of(),
                "粗大ごみ受付センターに電話で申し込んでください。",
                new Entry.Origin.Own(LocalDate.of(2026, 11, 1)),
                Instant.EPOCH,
                Optional.empty());
        String question = "古い箪笥を手放したい";
        assertThat(knowledge(EmbeddingSettings.none(), entry).find(question, NISHITOKYO))
                .isNotInstanceOf(Finding.Approved.class);
        // A model as sure as this one may be believed altogether.
        var sure = new EmbeddingSettings(settings.model(), settings.tokenizer(), "", "", 0.6, 1, 64);
        assertThat(knowledge(sure, entry).find(question, NISHITOKYO)).isEqualTo(new Finding.Approved(entry));
        assertThat(knowledge(sure, entry).find("メロンを食べたい", NISHITOKYO)).isNotInstanceOf(Finding.Approved.class);
    }

    private static Knowledge knowledge(EmbeddingSettings embedding, Entry entry) {
        Entry.Source source = new Entry.Source() {
            @Override
            public List<Entry> listEntries() {
                return List.of(entry);
            }

            @Override
            public long revision() {
                return 1;
            }

            @Override
            public void told(String id) {
                // Nobody counts here.
            }
        };
        return Knowledge.of(
                QuestionSets.LIBRARY,
                Path.of("config/language"),
                embedding,
                List.of(source),
                IndexEngine.lucene(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}
