package tsunagu.areas.spelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.text.Hangul;
import tsunagu.text.Romaji;

/**
 * Names as they sound, for residents who write them in Latin letters or in hangul. A name begins where a word begins;
 * in Latin letters it ends where a word ends, in hangul particles may follow.
 *
 * @param <T> what the names stand for
 */
final class Heard<T> {
    private static final int MOST_WORDS = 7;
    private static final int SHORT_HANGUL = 2;
    private static final Pattern LATIN_WORD =
            Pattern.compile("[a-zāīūēōâôû'’ʼ.-]*[a-zāīūēōâôû]|[0-9]+(?:st|nd|rd|th)?");
    private static final Pattern DOUBLED = Pattern.compile("([a-z])\\1+");
    private static final Pattern HANGUL_WORD = Pattern.compile("[가-힣0-9]+");
    private static final Pattern PARTICLE = Pattern.compile(
            "^(?:은|는|이|가|의|에|에서|을|를|와|과|도|로|으로|요|입니다|예요|이에요|인가|근처|역|쪽|지구|지역|지.*|동네|네트워크.*|학교.*)*.{0,2}$");

    private final Map<String, Set<T>> latin = new HashMap<>();
    private final Map<String, Set<T>> hangul = new HashMap<>();
    private int longestHangul;

    /** Where a name stands in the text, width unified. */
    record Found<T>(int start, int end, Set<T> targets) {}

    private record Word(String key, int start, int end) {}

    void addLatin(String spelling, T target) {
        put(latin, key(spelling, LATIN_WORD, Romaji::key), target);
    }

    void addHangul(String key, T target) {
        put(hangul, plain(key), target);
        // A syllable has a letter at least, unless it says again what the one before it ends in.
        longestHangul = Math.max(longestHangul, 2 * key.length());
    }

    private void put(Map<String, Set<T>> names, String key, T target) {
        if (key.length() > 2)
            names.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(target);
    }

    Set<String> latinKeys() {
        return latin.keySet();
    }

    Set<T> targetsOf(String latinKey) {
        return latin.getOrDefault(latinKey, Set.of());
    }

    List<Found<T>> find(String source) {
        var found = new ArrayList<Found<T>>();
        List<Word> words = words(source, LATIN_WORD, Romaji::key);
        int at = 0;
        while (at < words.size()) {
            Optional<Found<T>> name = latinAt(words, at);
            name.ifPresent(found::add);
            int end = name.map(Found::end).orElse(words.get(at).end());
            while (at < words.size() && words.get(at).start() < end) at++;
        }
        if (Hangul.hasHangul(source)) found.addAll(hangulIn(source));
        return found;
    }

    private Optional<Found<T>> latinAt(List<Word> words, int at) {
        for (int last = Math.min(words.size(), at + MOST_WORDS) - 1; last >= at; last--) {
            var joined = new StringBuilder();
            for (int i = at; i <= last; i++) joined.append(words.get(i).key());
            Set<T> targets = latin.get(Romaji.key(joined.toString()));
            if (targets != null) {
                return Optional.of(
                        new Found<>(words.get(at).start(), words.get(last).end(), targets));
            }
        }
        return Optional.empty();
    }

    private List<Found<T>> hangulIn(String source) {
        var found = new ArrayList<Found<T>>();
        List<Word> words = words(source, HANGUL_WORD, Heard::sound);
        int after = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).start() < after) continue;
            Optional<Found<T>> name = hangulAt(source, words, i);
            if (name.isEmpty()) continue;
            found.add(name.get());
            after = name.get().end();
        }
        return found;
    }

    /** The longest name that begins with this word; in its last word particles may be left over. */
    private Optional<Found<T>> hangulAt(String source, List<Word> words, int at) {
        int start = words.get(at).start();
        for (int last = Math.min(words.size(), at + 3) - 1; last >= at; last--) {
            var before = new StringBuilder();
            for (int i = at; i < last; i++) before.append(words.get(i).key());
            Word word = words.get(last);
            for (int end = Math.min(word.end(), word.start() + longestHangul); end > word.start(); end--) {
                Set<T> targets = hangul.get(plain(before + sound(source.substring(word.start(), end))));
                if (targets == null) continue;
                boolean brief = end - start <= SHORT_HANGUL;
                if (brief
                        && !PARTICLE.matcher(source.substring(end, word.end())).matches()) continue;
                return Optional.of(new Found<>(start, end, targets));
            }
        }
        return Optional.empty();
    }

    private static List<Word> words(String source, Pattern pattern, UnaryOperator<String> key) {
        var words = new ArrayList<Word>();
        Matcher word = pattern.matcher(source);
        while (word.find()) words.add(new Word(key.apply(word.group()), word.start(), word.end()));
        return words;
    }

    private static String key(String spelling, Pattern pattern, UnaryOperator<String> key) {
        var joined = new StringBuilder();
        words(spelling.toLowerCase(java.util.Locale.ROOT), pattern, key).forEach(word -> joined.append(word.key()));
        return Romaji.key(joined.toString());
    }

    private static String plain(String key) {
        return DOUBLED.matcher(key).replaceAll("$1");
    }

    static String sound(String hangul) {
        var key = new StringBuilder();
        for (char c : hangul.toCharArray()) key.append(Hangul.key(c));
        return key.toString();
    }
}
