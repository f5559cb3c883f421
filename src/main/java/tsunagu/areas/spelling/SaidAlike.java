package tsunagu.areas.spelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.ja.dict.JaMorphData;
import org.apache.lucene.analysis.ja.dict.TokenInfoDictionary;
import org.apache.lucene.analysis.morph.Dictionary;
import org.apache.lucene.analysis.morph.MorphData;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.fst.FST;
import tsunagu.text.Folding;
import tsunagu.text.Kana;

/**
 * Whether kanji can be read as a name is read: 「八木沢」 as やぎさわ, 「柴久保」 as しばくぼ. What a telephone puts for kana is
 * read the same, be it as unlike in writing as it may. By the readings of Kuromoji's dictionary, word by word.
 */
final class SaidAlike {
    private static final int LONGEST_WORD = 5;
    private static final String VOICED = "がぎぐげござじずぜぞだぢづでどばびぶべぼ";
    private static final String UNVOICED = "かきくけこさしすせそたちつてとはひふへほ";

    private final TokenInfoDictionary dictionary = TokenInfoDictionary.getInstance();

    /** All the readings of a stretch, to be held against names. */
    Stretch read(String stretch) {
        return new Stretch(stretch);
    }

    final class Stretch {
        private final String written;
        /** By where a word begins and how long it is. */
        private final List<List<Set<String>>> words = new ArrayList<>();

        /** @param written folded */
        private Stretch(String written) {
            this.written = written;
            for (int at = 0; at < written.length(); at++) {
                var from = new ArrayList<Set<String>>();
                for (int end = at + 1; end <= Math.min(written.length(), at + LONGEST_WORD); end++) {
                    from.add(readings(written.substring(at, end)));
                }
                words.add(from);
            }
        }

        /** What its readings may begin with. */
        Set<Character> firstLetters() {
            var letters = new LinkedHashSet<Character>();
            words.getFirst()
                    .forEach(readings -> readings.stream()
                            .filter(reading -> !reading.isEmpty())
                            .forEach(reading -> letters.add(reading.charAt(0))));
            return letters;
        }

        /** @param heard a reading as {@link Kana#heard} gives it */
        boolean canBe(String heard) {
            boolean[][] reached = new boolean[written.length() + 1][heard.length() + 1];
            reached[0][0] = true;
            for (int at = 0; at < written.length(); at++) {
                for (int i = 0; i < words.get(at).size(); i++) {
                    step(words.get(at).get(i), heard, reached[at], reached[at + i + 1]);
                }
            }
            return reached[written.length()][heard.length()];
        }

        /**
         * Whether all that differs from a written name can be read as it is there: 「下穂谷」 and 「下保谷」.
         *
         * @param heard how the name is read
         */
        boolean sameButFor(String name, String heard) {
            var difference = Folding.Difference.between(written, name);
            boolean alike = difference.start() + difference.end() >= 2;
            if (!alike || difference.left().isEmpty() || difference.right().length() != 1) return false;
            boolean first = difference.start() == 0;
            boolean last = difference.end() == 0;
            Stretch differing = new Stretch(difference.left());
            return readings(difference.right()).stream()
                    .filter(reading -> first
                            ? heard.startsWith(reading)
                            : last ? heard.endsWith(reading) : heard.contains(reading))
                    .anyMatch(differing::canBe);
        }
    }

    private static void step(Set<String> readings, String heard, boolean[] from, boolean[] to) {
        if (readings.isEmpty()) return;
        for (int at = 0; at < heard.length(); at++) {
            if (!from[at]) continue;
            for (String reading : readings) {
                if (startsWith(heard, reading, at)) to[at + reading.length()] = true;
            }
        }
    }

    /** 「保」 is read ぼ after く as well. */
    private static boolean startsWith(String heard, String reading, int at) {
        if (heard.startsWith(reading, at)) return true;
        if (at == 0 || reading.isEmpty() || at + reading.length() > heard.length()) return false;
        int voiced = VOICED.indexOf(heard.charAt(at));
        return voiced >= 0
                && UNVOICED.charAt(voiced) == reading.charAt(0)
                && heard.startsWith(reading.substring(1), at + 1);
    }

    private Set<String> readings(String word) {
        if (word.length() == 1 && !Kana.isKanji(word.charAt(0))) {
            return word.equals("け") ? Set.of("が", "け") : Set.of(Kana.heard(word));
        }
        return inDictionary(word);
    }

    private Set<String> inDictionary(String word) {
        try {
            var fst = dictionary.getFST();
            var arc = fst.getFirstArc(new FST.Arc<>());
            var reader = fst.getBytesReader();
            long output = 0;
            for (int i = 0; i < word.length(); i++) {
                arc = fst.findTargetArc(word.charAt(i), arc, arc, i == 0, reader);
                if (arc == null) return Set.of();
                output += arc.output();
            }
            return arc.isFinal() ? readings(word, (int) (output + arc.nextFinalOutput())) : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private Set<String> readings(String word, int source) {
        Dictionary<? extends MorphData> entries = dictionary;
        var kinds = (JaMorphData) entries.getMorphAttributes();
        var ids = new IntsRef();
        dictionary.lookupWordIds(source, ids);
        var readings = new LinkedHashSet<String>();
        for (int i = 0; i < ids.length; i++) {
            String reading = kinds.getReading(ids.ints[ids.offset + i], word.toCharArray(), 0, word.length());
            if (reading != null) readings.add(Kana.heard(Folding.name(reading)));
        }
        return readings;
    }
}
