package tsunagu.knowledge.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.TermWeights;
import tsunagu.knowledge.index.words.Verb;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.text.Kana;

/** A question into its words, weighed by the entries of one index. */
public final class QueryReader {
    /** So many distinct words of a question are searched for; later ones of a pasted page are not. */
    private static final int MOST_WORDS = 100;

    private static final int SHORTEST_PART = 3;

    private final WordReader words;
    private final Synonyms synonyms;
    private final TermWeights terms;

    public QueryReader(WordReader words, Synonyms synonyms, TermWeights terms) {
        this.words = words;
        this.synonyms = synonyms;
        this.terms = terms;
    }

    /** See {@link TextIndex#read(String, String)}. */
    public QueryReading read(String question, String typed) {
        Map<Word, Integer> counts = new LinkedHashMap<>();
        List<Word> said = words.read(question).stream()
                .map(this::plain)
                .flatMap(this::parts)
                .toList();
        for (Word word : said) {
            if (counts.size() < MOST_WORDS || counts.containsKey(word)) counts.merge(word, 1, Integer::sum);
        }
        Map<String, QueryWord> distinct = new LinkedHashMap<>();
        counts.forEach((word, count) -> distinct.merge(word.term(), asked(word, count), QueryReader::together));
        List<String> inOrder = said.stream().map(Word::term).limit(MOST_WORDS).toList();
        return new QueryReading(question, typed, List.copyOf(distinct.values()), synonyms.spans(inOrder));
    }

    /** 「担えますか」 (担える) asks of what entries call 担う. */
    private Word plain(Word word) {
        if (word.kind().names() || terms.knows(word.term())) return word;
        return Verb.ofAbility(word.term())
                .filter(terms::knows)
                .map(plain -> new Word(plain, plain, word.kind()))
                .orElse(word);
    }

    /** A compound in katakana that no entry has stands for its two parts where entries have both: they print 〜・〜. */
    private Stream<Word> parts(Word word) {
        String term = word.term();
        if (terms.knows(term) || !term.chars().allMatch(c -> Kana.isKatakana((char) c))) {
            return Stream.of(word);
        }
        return IntStream.rangeClosed(SHORTEST_PART, term.length() - SHORTEST_PART)
                .filter(cut -> terms.knows(term.substring(0, cut)) && terms.knows(term.substring(cut)))
                .boxed()
                .findFirst()
                .map(cut -> Stream.of(part(term.substring(0, cut)), part(term.substring(cut))))
                .orElse(Stream.of(word));
    }

    private static Word part(String term) {
        return new Word(term, term, Word.Kind.NOUN);
    }

    private QueryWord asked(Word word, int count) {
        String term = word.term();
        return new QueryWord(term, word.reading(), word.kind(), count, terms.of(term), terms.knows(term), false);
    }

    /** The same word in two forms, such as 入る and 入り. */
    private static QueryWord together(QueryWord one, QueryWord other) {
        return new QueryWord(
                one.term(),
                one.reading(),
                one.kind(),
                one.count() + other.count(),
                one.weight(),
                one.known(),
                one.light());
    }
}
