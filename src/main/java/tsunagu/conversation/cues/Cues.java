package tsunagu.conversation.cues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.PlaceFinder;
import tsunagu.conversation.cues.CueReading.Hit;
import tsunagu.text.BrokenLanguageFile;
import tsunagu.text.FoldedText;
import tsunagu.text.Folding;
import tsunagu.text.Hangul;
import tsunagu.text.Kana;

/** Reads the cues of {@code config/language/cues.yml}, and those the municipality files add, out of words. */
@Singleton
public class Cues {
    /** 「시작했어요」, 「연락해야」, 「참가하려면」 carry no subject. */
    private static final Pattern KOREAN_VERB = Pattern.compile("[요까다면고서데줘죠지야]$");

    private static final Pattern MARKS = Pattern.compile("[、。!?,]");
    private static final String FILE = "config/language/cues.yml";
    private final Index index = new Index();
    private final Map<String, Cue> whole = new HashMap<>();
    private final Emergencies emergencies;

    @Inject
    Cues(@Value("${tsunagu.config:config}") String config, Municipalities municipalities) {
        JsonNode lists = file(config, "cues.yml");
        emergencies = new Emergencies(file(config, "emergencies.yml"));
        lists.properties().forEach(entry -> {
            if (entry.getKey().equals(Cue.OUT_OF_SCOPE.key())) {
                entry.getValue().properties().forEach(field -> add(Cue.OUT_OF_SCOPE, field.getValue(), field.getKey()));
            } else {
                add(cue(entry.getKey()), entry.getValue(), "");
            }
        });
        municipalities.listMunicipalities().forEach(this::addOf);
    }

    public CueReading read(String rest) {
        return read(rest, rest);
    }

    /** @param uncut the words before anything was left out of them: in these cries for help are looked for */
    public CueReading read(String rest, String uncut) {
        String all = withoutMarks(rest);
        return Optional.ofNullable(whole.get(all))
                .map(cue -> new CueReading(List.of(new Hit(cue, all, "")), List.of()))
                .orElseGet(() -> index.read(rest).with(emergencies.find(uncut)));
    }

    private static String withoutMarks(String words) {
        return MARKS.matcher(Folding.name(words)).replaceAll("");
    }

    private void addOf(Municipality municipality) {
        var word = municipality.networkWord();
        word.spellings().forEach(spelling -> index.add(Cue.NETWORK, spelling, ""));
        index.add(Cue.NETWORK, "ネットワーク", "");
        index.add(Cue.NETWORK, "network", "");
        municipality
                .office()
                .ifPresent(
                        office -> office.value().spellings().forEach(spelling -> index.add(Cue.OFFICE, spelling, "")));
        municipality
                .gaps()
                .forEach(gap -> gap.words()
                        .forEach(words -> index.add(Cue.GAP, words, gap.what().says())));
        municipality.ownWords().forEach(own -> index.add(Cue.CONTENT, own, ""));
        municipality.layers().forEach(layer -> {
            index.add(Cue.LAYER, layer.name(), layer.name());
            layer.spellings().forEach(spelling -> index.add(Cue.LAYER, spelling, spelling));
        });
    }

    private void add(Cue cue, JsonNode phrases, String label) {
        if (Cue.WHOLE.contains(cue)) phrases.forEach(phrase -> whole.put(withoutMarks(phrase.asText()), cue));
        else phrases.forEach(phrase -> index.add(cue, phrase.asText(), label));
    }

    private static Cue cue(String key) {
        return Cue.find(key).orElseThrow(() -> new BrokenLanguageFile(FILE, "unknown key " + key));
    }

    private static JsonNode file(String config, String name) {
        try {
            return new YAMLMapper().readTree(Files.readString(Path.of(config, "language", name)));
        } catch (IOException e) {
            throw new BrokenLanguageFile("config/language/" + name, e.getMessage());
        }
    }

    /** Finds cues from left to right; the longest phrase wins, so that 「設立準備会」 is not 「設立」. */
    private static final class Index {
        private final Map<String, List<Hit>> phrases = new HashMap<>();
        private int longest;

        void add(Cue cue, String phrase, String label) {
            String folded = Folding.name(phrase);
            if (folded.isEmpty()) return;
            phrases.computeIfAbsent(folded, any -> new ArrayList<>()).add(new Hit(cue, folded, label));
            longest = Math.max(longest, folded.length());
        }

        /** @param rest words in which names are replaced by {@link PlaceFinder#NAME_MARK} */
        CueReading read(String rest) {
            var text = FoldedText.of(rest);
            var hits = new ArrayList<Hit>();
            boolean[] explained = new boolean[text.source().length()];
            int i = 0;
            while (i < text.folded().length()) {
                int end = longestEnd(text, i);
                if (end < 0) {
                    i++;
                    continue;
                }
                hits.addAll(phrases.get(text.folded().substring(i, end)));
                for (int k = i; k < end; k++) explained[text.positions()[k]] = true;
                i = end;
            }
            return new CueReading(hits, leftover(text.source(), explained));
        }

        private int longestEnd(FoldedText text, int start) {
            for (int end = Math.min(text.folded().length(), start + longest); end > start; end--) {
                if (phrases.containsKey(text.folded().substring(start, end)) && isWhole(text, start, end)) return end;
            }
            return -1;
        }

        /** Latin words and numbers count whole: no 「hi」 in 「which」, no 「1人で」 in 「21人です」. */
        private static boolean isWhole(FoldedText text, int start, int end) {
            String source = text.source();
            int from = text.positions()[start];
            int to = text.positions()[end - 1] + 1;
            boolean left = from == 0 || !goOn(source.charAt(from - 1), source.charAt(from));
            boolean right = to == source.length() || !goOn(source.charAt(to - 1), source.charAt(to));
            return left && right;
        }

        private static boolean goOn(char one, char next) {
            return Kana.isLatin(one) && Kana.isLatin(next) || Character.isDigit(one) && Character.isDigit(next);
        }

        private static List<String> leftover(String rest, boolean[] explained) {
            var runs = new ArrayList<String>();
            int i = 0;
            while (i < rest.length()) {
                int end = i;
                int open = 0;
                while (end < rest.length() && isContent(rest.charAt(end))) {
                    if (!explained[end]) open++;
                    end++;
                }
                String run = rest.substring(i, end);
                // Korean puts its endings in the same letters right after the word: 「네트워크는」.
                boolean subject = Hangul.hasHangul(run)
                        ? open > 1
                                && 2 * open > run.length()
                                && !KOREAN_VERB.matcher(run).find()
                        : open > 0;
                if (subject) runs.add(run);
                i = Math.max(end, i + 1);
            }
            return runs;
        }

        /** Hiragana that no cue explains are endings and particles; what carries a subject is written otherwise. */
        private static boolean isContent(char c) {
            return Kana.isKanji(c) || Kana.isKatakana(c) || c == 'ー' || Kana.isLatin(c) || Hangul.isSyllable(c);
        }
    }
}
