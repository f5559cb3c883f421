package tsunagu.knowledge.index;

import java.util.List;
import java.util.Optional;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/** The index in this process. */
class TextIndexTest extends TextIndexContract {

    @Override
    protected TextIndex.Builder builder(String name, Synonyms synonyms, RankingSettings settings) {
        return new IndexBuilder(WordReader.knowing(List.of()), synonyms, settings, Optional.empty());
    }
}
