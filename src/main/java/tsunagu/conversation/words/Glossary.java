package tsunagu.conversation.words;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.text.Folding;
import tsunagu.text.Kana;
import tsunagu.text.Language;

/**
 * Puts a question of another language into the words of the documents, which are Japanese: “problems of neighborhood
 * associations” is 「自治会の課題」. By {@code config/language/glossary.yml}; a question with a word that does not stand there
 * is left as it is, as nobody knows what it asks.
 */
@Singleton
public class Glossary {
    private static final String MEANING = "とは";
    private static final String TOPIC = "は";
    /** Where a thing is said to stand: the documents are asked in any case. */
    private static final String REPORT = "報告書";
    /** Shorter words are one letter from many others. */
    private static final int LONG_WORD = 7;

    private static final Pattern MACRON = Pattern.compile("\\u0304");

    /** Japanese in a question of another language: 「What does タスクフォース mean?」. */
    private static final Pattern OWN_TERM =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]+");

    /** In a Chinese one, where kanji may be either's: 「ゆめこらぼ是什么」. */
    private static final Pattern OWN_KANA = Pattern.compile("\\p{IsHan}{0,4}[\\p{IsHiragana}\\p{IsKatakana}ー]{2,}");

    private final LanguageReader languages;
    private final KanaWords kana;
    private final List<Phrase> phrases = new ArrayList<>();
    private final Set<String> told;

    Glossary(LanguageReader languages, KanaWords kana, @Value("${tsunagu.config:config}") String config) {
        this.languages = languages;
        this.kana = kana;
        Words words = LanguageFile.read(config, "glossary.yml", Words.class);
        words.terms().forEach((term, said) -> add(said, Kind.TERM, term));
        words.frames().forEach((frame, said) -> add(said, Kind.FRAME, frame));
        add(words.of(), Kind.OF, "");
        add(words.and(), Kind.AND, "");
        add(words.small(), Kind.SMALL, "");
        told = Set.copyOf(words.told());
        phrases.sort(Comparator.comparingInt((Phrase phrase) -> phrase.said().length())
                .reversed());
    }

    private enum Kind {
        TERM,
        FRAME,
        OF,
        AND,
        SMALL
    }

    private record Phrase(String said, Kind kind, String means) {

        /** Where the phrase ends that begins here; empty where it does not stand here. English may add an s. */
        Optional<Integer> end(String text, int start) {
            if (!text.startsWith(said, start)) return Optional.empty();
            int end = start + said.length();
            if (!Kana.isLatin(said.charAt(said.length() - 1))) return Optional.of(end);
            if (kind == Kind.TERM && isWordEnd(text, end + 1) && text.startsWith("s", end)) return Optional.of(end + 1);
            return isWordEnd(text, end) ? Optional.of(end) : Optional.empty();
        }

        private static boolean isWordEnd(String text, int at) {
            return at >= text.length() || !Kana.isLatin(text.charAt(at));
        }
    }

    /** The file as written. */
    private record Words(
            Map<String, List<String>> terms,
            Map<String, List<String>> frames,
            List<String> of,
            List<String> and,
            List<String> small,
            List<String> told) {}

    private void add(List<String> said, Kind kind, String means) {
        said.forEach(one -> phrases.add(new Phrase(Folding.kanji(one), kind, means)));
    }

    /** The question as the documents would be asked; as typed where it is Japanese, or not all of it is understood. */
    public String inJapanese(String question) {
        Language language = languages.findLanguage(question).orElse(Language.JAPANESE);
        if (language == Language.JAPANESE) return question;
        String letters = MACRON.matcher(Normalizer.normalize(question, Normalizer.Form.NFD))
                .replaceAll("");
        String named = kana.inKanji(kana.termsInKana(Folding.kanji(letters)));
        return translated(named, language == Language.CHINESE ? OWN_KANA : OWN_TERM)
                .orElse(question);
    }

    private Optional<String> translated(String text, Pattern ownTerm) {
        var sentence = new Sentence();
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at)) && text.charAt(at) != '\'') {
                at++;
                continue;
            }
            // 「What does タスクフォース mean?」, 「ゆめこらぼ是什么」
            Matcher own = ownTerm.matcher(text).region(at, text.length());
            Optional<Found> listed = longest(text, at);
            boolean unlisted = own.lookingAt()
                    && listed.filter(phrase -> phrase.end() >= own.end()).isEmpty();
            Optional<Found> found =
                    unlisted ? Optional.of(new Found(new Phrase("", Kind.TERM, own.group()), own.end())) : listed;
            if (found.isEmpty()) return Optional.empty();
            sentence.add(found.get().phrase());
            at = found.get().end();
        }
        return sentence.written(told);
    }

    private record Found(Phrase phrase, int end) {}

    private Optional<Found> longest(String text, int at) {
        for (Phrase phrase : phrases) {
            Optional<Integer> end = phrase.end(text, at);
            if (end.isPresent()) return Optional.of(new Found(phrase, end.get()));
        }
        return misspelt(phrases, text, at);
    }

    /** Long English words with one mistake in them, where only one term of ours is so like them. */
    private static Optional<Found> misspelt(List<Phrase> phrases, String text, int at) {
        List<Found> alike = phrases.stream()
                .filter(phrase -> phrase.kind() == Kind.TERM)
                .flatMap(phrase -> {
                    int end = endOfWords(text, at, phrase.said().split(" ").length);
                    String typed = text.substring(at, end);
                    boolean like = typed.length() >= LONG_WORD
                            && (Folding.isOneApart(typed, phrase.said())
                                    || Folding.isOneApart(typed, phrase.said() + "s"));
                    return like ? Stream.of(new Found(phrase, end)) : Stream.empty();
                })
                .toList();
        boolean one =
                alike.stream().map(found -> found.phrase().means()).distinct().count() == 1;
        return one ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private static int endOfWords(String text, int at, int words) {
        int end = at;
        for (int i = 0; i < words; i++) {
            if (i > 0 && end < text.length() && text.charAt(end) == ' ') end++;
            while (end < text.length() && Kana.isLatin(text.charAt(end))) end++;
        }
        return end;
    }

    /** What has been understood so far: what follows an “of” goes before what stood before it. */
    private static final class Sentence {
        private final List<StringBuilder> chunks = new ArrayList<>(List.of(new StringBuilder()));
        private int terms;
        private boolean joins;
        private boolean reported;
        private String frame = "";

        void add(Phrase phrase) {
            switch (phrase.kind()) {
                case TERM -> addTerm(phrase.means());
                case FRAME -> frame = frame.isEmpty() ? phrase.means() : frame;
                case AND -> joins = true;
                case OF -> {
                    if (!chunks.getFirst().isEmpty()) chunks.addFirst(new StringBuilder());
                }
                case SMALL -> {}
            }
        }

        private void addTerm(String term) {
            StringBuilder chunk = chunks.getFirst();
            boolean again = chunks.stream().anyMatch(one -> one.indexOf(term) >= 0);
            if (again) return;
            if (term.equals(REPORT) && !reported) {
                reported = true;
                return;
            }
            if (!chunk.isEmpty()) chunk.append(joins ? "と" : "の");
            chunk.append(term);
            joins = false;
            terms++;
        }

        /** @param told what is told of a thing, and not explained */
        Optional<String> written(Set<String> told) {
            if (terms == 0 && reported) addTerm(REPORT);
            if (terms == 0) return Optional.empty();
            String subject = String.join(
                    "の", chunks.stream().filter(chunk -> !chunk.isEmpty()).toList());
            boolean plain = frame.isEmpty() || frame.equals(MEANING) && (terms > 1 || told.contains(subject));
            return Optional.of(subject + (plain ? TOPIC : frame));
        }
    }
}
