package tsunagu.areas.spelling;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.text.Folding;
import tsunagu.text.Kana;
import tsunagu.text.Romaji;

/**
 * Names in which one letter is wrong, missing, too many, or changed places with the next. Compared is how a name is
 * written, and how it sounds. A name that somebody else may bear is never taken for ours: it is only
 * {@linkplain Guess#certain offered}.
 *
 * @param <T> what the names stand for
 */
final class Misspelt<T> {
    private static final int SHORTEST_SOUND = 5;
    private static final int CERTAIN_SOUND = 7;
    private static final int SHORTEST_WRITTEN = 3;
    private static final int SHORTEST_SPOKEN = 4;
    private static final int CERTAIN_SPOKEN = 5;
    private static final int CERTAIN_WRITTEN = 4;
    private static final int LONGEST = 14;
    private static final int LONGEST_SAID = 9;
    private static final int LONGEST_TEXT = 120;

    /** With these another name is another place: 東小 and 栄小 may both be real. */
    private static final String TELLS_APART = "東西南北上下中大小新元本内外第一二三四五六七八九十0123456789";

    private static final Pattern KIND =
            Pattern.compile("(?:(?:地区)?の?(?:地域)?(?:協力)?ねっとわーく|中学校区?|小学校|中学|小学|地区|地域|中|小|町|部)$");

    private static final Pattern SPOKEN_KIND = Pattern.compile("(?:ちゅう|しょう)(?:がっこう)?$|ちょう$|まち$");

    /** 「全部のネットワーク」 is no 南部. */
    private static final Pattern ORDINARY = Pattern.compile("[全一各]部|真ん?中|ほんとう?に?|ほんまに?");

    /** 「南部には中学校が」 is of no 二中. */
    private static final Pattern PARTICLES = Pattern.compile("(?:に|で|と|へ|から|まで)は[中小]");

    private static final Pattern RUN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー0-9々ヶ・]+");
    private static final Pattern LATIN_RUN =
            Pattern.compile("[a-zāīūēō'-]{3,}(?: (?!is|in|the|and|near)[a-zāīūēō0-9'-]{2,}){0,3}");
    private static final Pattern BEFORE = Pattern.compile(".*[はがのにをとでもへや、市区県都]$|");
    private static final Pattern AFTER = Pattern.compile(
            "^(?:です|だ|に|の|は|が|を|と|って|で|も|へ|や|か|なん|[0-9一二三四五六七]+(?:丁目|番|-)|学区|学校|在住|付近|近|周|あたり|駅|地区|地域|行|通|出|[?。、!]).*|",
            Pattern.DOTALL);

    private final Map<String, Set<String>> written = new HashMap<>();
    private final Map<String, Set<String>> sounds = new HashMap<>();
    private final Map<String, Set<String>> spoken = new HashMap<>();
    private final Map<String, Set<String>> spokenAlike = new HashMap<>();
    /** By the first letter of how they are heard, and by that. */
    private final Map<Character, Map<String, Set<T>>> said = new HashMap<>();
    /** Those that count only where nothing else is typed, or before the number of a part of a town. */
    private final Map<Character, Map<String, Set<T>>> saidAlone = new HashMap<>();

    private final Map<T, Set<String>> saidOf = new HashMap<>();
    private final Map<String, Set<T>> byWritten;
    private final Heard<T> heard;
    private final SaidAlike saidAlike = new SaidAlike();

    Misspelt(Map<String, Set<T>> byWritten, Set<String> onlyAlone, Heard<T> heard) {
        this.byWritten = byWritten;
        this.heard = heard;
        byWritten.keySet().stream()
                .filter(name -> name.length() >= SHORTEST_WRITTEN && !onlyAlone.contains(name))
                .filter(name -> name.chars().anyMatch(c -> Kana.isKanji((char) c)))
                .forEach(name -> add(written, name));
        onlyAlone.stream()
                .filter(name -> name.length() >= SHORTEST_SPOKEN && Kana.isAllHiragana(name))
                .forEach(name -> say(saidAlone, name));
        byWritten.keySet().stream()
                .filter(name ->
                        name.length() >= SHORTEST_SPOKEN && !onlyAlone.contains(name) && Kana.isAllHiragana(name))
                .forEach(name -> {
                    add(spoken, name);
                    say(said, name);
                    byWritten
                            .get(name)
                            .forEach(target -> saidOf.computeIfAbsent(target, any -> new HashSet<>())
                                    .add(Kana.heard(name)));
                    shortened(Kana.heard(name))
                            .forEach(key -> spokenAlike
                                    .computeIfAbsent(key, any -> new HashSet<>())
                                    .add(name));
                });
        heard.latinKeys().stream().filter(key -> key.length() >= SHORTEST_SOUND).forEach(key -> add(sounds, key));
    }

    /**
     * What a stretch of text may have been meant for.
     *
     * @param certain false where it must be asked
     */
    record Guess<T>(int start, int end, Set<T> targets, boolean certain) {}

    private void say(Map<Character, Map<String, Set<T>>> index, String name) {
        String heard = Kana.heard(name);
        index.computeIfAbsent(heard.charAt(0), any -> new HashMap<>())
                .computeIfAbsent(heard, any -> new LinkedHashSet<>())
                .addAll(byWritten.get(name));
    }

    private static void add(Map<String, Set<String>> index, String name) {
        shortened(name)
                .forEach(key ->
                        index.computeIfAbsent(key, any -> new HashSet<>()).add(name));
    }

    /** The name itself and all that is left of it when a letter is taken out. */
    private static Set<String> shortened(String name) {
        var all = new HashSet<String>();
        all.add(name);
        for (int i = 0; i < name.length(); i++) all.add(name.substring(0, i) + name.substring(i + 1));
        return all;
    }

    /** @param left the text, width unified, with blanks in place of the names that were found */
    List<Guess<T>> find(String left) {
        if (left.strip().length() > LONGEST_TEXT) return List.of();
        var guesses = new ArrayList<Guess<T>>();
        Matcher run = RUN.matcher(left);
        while (run.find()) inRun(left, run.start(), run.end(), guesses);
        Matcher latin = LATIN_RUN.matcher(left);
        while (latin.find()) {
            sounding(Romaji.key(latin.group().replace(" ", "")), latin.start(), latin.end(), guesses);
        }
        return guesses;
    }

    /** The longest stretch of a run that could be a name. */
    private void inRun(String text, int from, int to, List<Guess<T>> guesses) {
        for (int start = from; start < to; start++) {
            if (start > from && !BEFORE.matcher(text.substring(from, start)).matches()) continue;
            if (ORDINARY.matcher(text).region(start, to).lookingAt()) continue;
            for (int end = Math.min(to, start + LONGEST); end >= start + 2; end--) {
                if (end < to && !AFTER.matcher(text.substring(end, to)).matches()) continue;
                String stretch = Folding.name(text.substring(start, end));
                int before = guesses.size();
                asSaid(stretch, start, end, Name.isChomeAt(text, end), guesses);
                if (guesses.size() == before) asWritten(stretch, start, end, guesses);
                if (guesses.size() == before) asSpoken(stretch, start, end, guesses);
                if (guesses.size() > before) return;
            }
        }
    }

    /** In other kanji that are read as the name is. */
    private void asSaid(String stretch, int start, int end, boolean town, List<Guess<T>> guesses) {
        boolean kanji = stretch.chars().anyMatch(c -> Kana.isKanji((char) c));
        int shortest = town ? SHORTEST_WRITTEN - 1 : SHORTEST_WRITTEN;
        if (!kanji || stretch.length() < shortest || stretch.length() > LONGEST_SAID) return;
        SaidAlike.Stretch read = saidAlike.read(stretch);
        var targets = new LinkedHashSet<T>();
        for (char first : read.firstLetters()) {
            addReadAs(read, said.getOrDefault(first, Map.of()), targets);
            if (town) addReadAs(read, saidAlone.getOrDefault(first, Map.of()), targets);
        }
        for (String key : shortened(stretch)) {
            for (String name : written.getOrDefault(key, Set.of())) {
                for (T target : byWritten.get(name)) {
                    boolean alike = saidOf.getOrDefault(target, Set.of()).stream()
                            .anyMatch(reading -> read.sameButFor(name, reading));
                    if (alike) targets.add(target);
                }
            }
        }
        if (!targets.isEmpty()) guesses.add(new Guess<>(start, end, targets, targets.size() == 1));
    }

    private static <T> void addReadAs(SaidAlike.Stretch read, Map<String, Set<T>> names, Set<T> targets) {
        names.forEach((heard, named) -> {
            if (read.canBe(heard)) targets.addAll(named);
        });
    }

    private void asWritten(String stretch, int start, int end, List<Guess<T>> guesses) {
        // What telephones make of まち.
        Set<T> town = stretch.endsWith("街") ? byWritten.get(stretch.replaceAll("街$", "町")) : null;
        if (town != null) {
            guesses.add(new Guess<>(start, end, town, town.size() == 1));
            return;
        }
        if (stretch.chars().noneMatch(c -> Kana.isKanji((char) c))) return;
        var near = new LinkedHashSet<String>();
        for (String key : shortened(stretch)) {
            written.getOrDefault(key, Set.of()).stream()
                    .filter(name -> isNear(stretch, name) && sharesName(stretch, name))
                    .forEach(near::add);
        }
        if (near.isEmpty()) return;
        var targets = new LinkedHashSet<T>();
        near.forEach(name -> targets.addAll(byWritten.get(name)));
        boolean certain = targets.size() == 1
                && near.stream().allMatch(name -> name.length() >= CERTAIN_WRITTEN && isSlip(stretch, name));
        guesses.add(new Guess<>(start, end, targets, certain));
    }

    private void asSpoken(String stretch, int start, int end, List<Guess<T>> guesses) {
        String spoken = stretch.replaceAll("中学校$", "ちゅうがっこう")
                .replaceAll("小学校$", "しょうがっこう")
                .replaceAll("中$", "ちゅう")
                .replaceAll("小$", "しょう")
                .replaceAll("町$", "ちょう");
        // 「ほくっとするまち」: no name ends so.
        boolean name = !stretch.endsWith("っ")
                && !PARTICLES.matcher(stretch).lookingAt()
                && KIND.matcher(stretch).replaceAll("").length() >= 2;
        if (name && Kana.isAllHiragana(spoken) && spoken.length() >= SHORTEST_SPOKEN - 1) {
            inKana(spoken, start, end, guesses);
        }
    }

    /** Nothing but what is said the same (せーらん) or one kana away; several of them are for the resident to choose. */
    private void inKana(String typed, int start, int end, List<Guess<T>> guesses) {
        String key = Kana.heard(typed);
        var same = new LinkedHashSet<T>();
        var near = new LinkedHashSet<T>();
        for (String shorter : shortened(key)) {
            for (String name : spokenAlike.getOrDefault(shorter, Set.of())) {
                if (Kana.heard(name).equals(key)) same.addAll(byWritten.get(name));
                else if (isNear(key, Kana.heard(name)) && sharesKind(typed, name)) near.addAll(byWritten.get(name));
            }
        }
        for (String shorter : shortened(typed)) {
            spoken.getOrDefault(shorter, Set.of()).stream()
                    .filter(name -> isNear(typed, name) && sharesKind(typed, name))
                    .forEach(name -> near.addAll(byWritten.get(name)));
        }
        near.addAll(same);
        if (near.isEmpty()) return;
        boolean sure = near.size() == 1 && (!same.isEmpty() || typed.length() >= CERTAIN_SPOKEN);
        guesses.add(new Guess<>(start, end, near, sure));
    }

    /** 「サンキュー」 is no 三中: of a short name, what it is the name of must be heard as well. */
    private static boolean sharesKind(String typed, String name) {
        Matcher kind = SPOKEN_KIND.matcher(name);
        return !kind.find() || kind.start() >= SHORTEST_SPOKEN - 1 || typed.endsWith(kind.group());
    }

    private void sounding(String key, int start, int end, List<Guess<T>> guesses) {
        if (key.length() < SHORTEST_SOUND) return;
        Set<T> same = heard.targetsOf(key);
        if (!same.isEmpty()) {
            guesses.add(new Guess<>(start, end, same, same.size() == 1));
            return;
        }
        var targets = new LinkedHashSet<T>();
        for (String shorter : shortened(key)) {
            sounds.getOrDefault(shorter, Set.of()).stream()
                    .filter(name -> isNear(key, name))
                    .forEach(name -> targets.addAll(heard.targetsOf(name)));
        }
        if (targets.isEmpty()) return;
        guesses.add(new Guess<>(start, end, targets, targets.size() == 1 && key.length() >= CERTAIN_SOUND));
    }

    /** The same, or one mistake apart. */
    static boolean isNear(String a, String b) {
        return a.equals(b) || Folding.isOneApart(a, b);
    }

    /** What is left without the words for its kind must be a name of two letters or more, and share one of them. */
    private static boolean sharesName(String stretch, String name) {
        String typed = KIND.matcher(stretch).replaceAll("");
        String ours = KIND.matcher(name).replaceAll("");
        if (typed.length() < 2 || ours.length() < 2) return false;
        // 「できた地区」 is not 木曽地区 (きそ): half of two kana is no name.
        if (typed.length() == 2 && Kana.isAllHiragana(typed) && !unvoiced(typed).equals(unvoiced(ours))) return false;
        boolean sameKind = kind(stretch).equals(kind(name)) || typed.equals(ours);
        return sameKind && typed.chars().anyMatch(c -> ours.indexOf(c) >= 0 && TELLS_APART.indexOf(c) < 0);
    }

    private static String unvoiced(String kana) {
        return Normalizer.normalize(kana, Normalizer.Form.NFD).replace("\u3099", "");
    }

    /** 中 for 中学校; empty where the word for its kind is missing. */
    private static String kind(String name) {
        Matcher kind = KIND.matcher(name);
        return kind.find() ? kind.group().substring(0, 1) : "";
    }

    /** A slip changes a letter that does not tell places apart. */
    private static boolean isSlip(String stretch, String name) {
        if (stretch.length() != name.length()) return false;
        for (int i = 0; i < name.length(); i++) {
            boolean tells = TELLS_APART.indexOf(stretch.charAt(i)) >= 0 || TELLS_APART.indexOf(name.charAt(i)) >= 0;
            if (stretch.charAt(i) != name.charAt(i) && tells) return false;
        }
        return true;
    }
}
