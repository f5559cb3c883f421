package tsunagu.areas.spelling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.text.Folding;
import tsunagu.text.Hangul;
import tsunagu.text.Kana;
import tsunagu.text.Romaji;

/** What a name sounds like in Latin letters and in hangul, by rule from its reading. */
final class Sounds {
    /** What people from elsewhere call the kinds of places that stand at the end of a name. */
    private static final Map<String, List<String>> ENGLISH = Map.of(
            "中",
                    List.of(
                            "junior high school",
                            "junior high",
                            "middle school",
                            "jhs",
                            "jr high school",
                            "jr high",
                            "chu"),
            "小", List.of("elementary school", "elementary", "primary school", "primary", "es", "sho"),
            "市", List.of("city", "shi"),
            "区", List.of("city", "ward", "ku"));

    private static final Map<String, List<String>> KOREAN = Map.of(
            "中", List.of("중학교", "중"),
            "小", List.of("초등학교", "소학교"),
            "市", List.of("시"),
            "区", List.of("구"));

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");
    private static final List<String> SHORT_ORDINALS = List.of("1st", "2nd", "3rd", "4th", "5th");

    private Sounds() {}

    /** Spellings in Latin letters, words parted by blanks. */
    static List<String> latin(Name name) {
        return joined(name.parts().stream().map(Sounds::latin).toList(), " ");
    }

    /** Keys as {@link Heard#sound} makes them. */
    static List<String> hangul(Name name) {
        return joined(name.parts().stream().map(Sounds::hangul).toList(), "");
    }

    private static List<String> latin(Name.Part part) {
        var ways = new LinkedHashSet<String>();
        kana(part).forEach(kana -> ways.add(Romaji.of(kana)));
        ways.addAll(ENGLISH.getOrDefault(part.written(), List.of()));
        ordinal(part).forEach(number -> {
            ways.add("dai " + number);
            ways.add(String.valueOf(number));
            ways.add("no " + number);
            ways.add(ORDINALS.get(number - 1));
            ways.add(SHORT_ORDINALS.get(number - 1));
        });
        if (isMark(part)) ways.add("");
        return List.copyOf(ways);
    }

    private static Set<String> hangul(Name.Part part) {
        var ways = new LinkedHashSet<String>();
        kana(part).forEach(kana -> ways.addAll(Hangul.keys(kana)));
        KOREAN.getOrDefault(part.written(), List.of()).forEach(word -> ways.add(Heard.sound(word)));
        ordinal(part).forEach(number -> {
            ways.add(Heard.sound("제" + number));
            ways.add(String.valueOf(number));
        });
        if (isMark(part)) ways.add("");
        return ways;
    }

    /** ・ sounds like nothing. */
    private static boolean isMark(Name.Part part) {
        return part.written().chars().noneMatch(Character::isLetterOrDigit);
    }

    private static Stream<String> kana(Name.Part part) {
        return part.ways().stream().map(Folding::name).filter(Kana::isAllHiragana);
    }

    private static Stream<Integer> ordinal(Name.Part part) {
        int number =
                part.written().startsWith("第") ? "一二三四五".indexOf(part.written().substring(1)) + 1 : 0;
        return number > 0 ? Stream.of(number) : Stream.empty();
    }

    private static List<String> joined(List<? extends Iterable<String>> parts, String between) {
        List<String> all = List.of("");
        for (Iterable<String> ways : parts) {
            var longer = new ArrayList<String>();
            for (String start : all) for (String way : ways) longer.add(start + (start.isEmpty() ? "" : between) + way);
            all = longer;
        }
        return all;
    }
}
