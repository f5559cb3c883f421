package tsunagu.conversation.intent;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.areas.AreaId;
import tsunagu.conversation.wish.ToldEvents;

/** What words mean that go on from the answer before. */
final class FollowUp {
    /** 「南部より多い？」, of the area before. */
    private static final Pattern THAN =
            Pattern.compile("★(?:の?ほう)?よりも?(?:多い|少ない|古い|新しい|大きい|小さい)(?:です|の|んです)?か?な?[?。!、\\s]*");

    /** 「所属は？」, after rows of a table were told. */
    private static final Pattern COLUMN =
            Pattern.compile("(?:じゃあ|では|その|それの|その人の|その方の)?[\\p{IsHan}\\p{IsKatakana}ー]{2,6}(?:は|って|も|を教えて)?[?？。、!\\s]*");

    private static final Pattern WHERE_HELD = Pattern.compile("(?:開催)?(?:場所|会場)(?:は|って)?");

    private static final Pattern WHEN_HELD = Pattern.compile("(?:開催)?(?:日付|日時|日程|期日|開催日)(?:は|って)?");

    /** Stands between a passage and those of its rows that were told. */
    private static final String ROWS = "/";

    private static final Pattern QUESTION_WORD = Pattern.compile("いつ|どこ|誰|だれ|どなた|いくつ|いくら|何|[0-9]+\\D{1,8}[かね]\\W*$");

    /** 「10年間ですか」 names nothing. */
    private static final Pattern COUNTER = Pattern.compile("[何全]?(?:年間|人|名|団体|か所|ヶ所|箇所|回|校|世帯|個|円|割|階)");

    /** 「区の職員ですか」 asks no more of whoever answers than 「誰ですか」, where somebody was spoken of. */
    private static final Pattern OF_SOMEBODY =
            Pattern.compile("(?:(?:それ|これ|その人|この人)[はって]{1,2})?[、\\s]*(?:誰|だれ|(?:[市区町]|役所|市役所|区役所)?の?職員|[市区]?役所の人)");

    private FollowUp() {}

    /** The intent last answered, as far as it is remembered. */
    static Optional<Intent> last(Situation s) {
        Optional<ToldEvents> events = ToldEvents.find(s.memory().told());
        if (events.isPresent()) {
            return Optional.of(
                    new Intent.AboutEvents(s.municipality(), events.get().events(), Set.of()));
        }
        List<String> passages = toldPassages(s);
        if (!passages.isEmpty()) return Optional.of(new Intent.Retell(passages));
        if (s.memory().areas().isEmpty() && s.memory().asked().isEmpty()) return Optional.empty();
        return Optional.of(s.about(Situation.cues(s.memory().asked()), s.areasBefore()));
    }

    /** By what the passages that were told last are found again; empty where something else was. */
    private static List<String> toldPassages(Situation s) {
        boolean passages = !s.memory().awaitingPlace()
                && ToldEvents.find(s.memory().told()).isEmpty();
        return passages ? s.memory().told() : List.of();
    }

    /** 「いつまで」, after passages were told: a question word that names nothing itself is asked of them. */
    static Intent ofTold(Situation s, Intent plain) {
        boolean subject = s.cues().has(Cue.CONTENT)
                || s.cues().leftover().stream()
                        .anyMatch(words -> !COUNTER.matcher(words).matches());
        boolean names = subject || s.cues().has(Cue.NETWORK) || s.namesPlace();
        List<String> passages = toldPassages(s);
        boolean column = plain instanceof Intent.AskDocuments
                && passages.stream().anyMatch(told -> told.contains(ROWS))
                && COLUMN.matcher(s.text()).matches();
        if (column) return new Intent.AskTold(passages, asColumn(s.text()), plain);
        boolean open = switch (plain) {
            case Intent.AskDocuments _, Intent.AboutNetworks _, Intent.Undocumented _ ->
                QUESTION_WORD.matcher(s.text()).find();
            case Intent.SmallTalk talk ->
                talk.kind() == Intent.SmallTalk.Kind.WHO_ARE_YOU
                        && OF_SOMEBODY.matcher(s.text()).lookingAt();
            default -> false;
        };
        return names || !open || passages.isEmpty() ? plain : new Intent.AskTold(passages, s.text(), plain);
    }

    /** 「会場は」 asks the same as 「どこ」. */
    private static String asColumn(String text) {
        return WHERE_HELD.matcher(WHEN_HELD.matcher(text).replaceFirst("いつ")).replaceFirst("どこ");
    }

    /** The areas named; of 「南部より多い？」 the area before, and the one it is held against. */
    static List<AreaId> compared(Situation s) {
        List<AreaId> named = s.areas();
        List<AreaId> before = s.areasBefore();
        boolean than = named.size() == 1
                && before.size() == 1
                && THAN.matcher(s.places().rest()).matches();
        return than ? List.of(before.getFirst(), named.getFirst()) : named;
    }

    /** 「西部と比べて多いの？」, after a question about another area. */
    static Optional<Intent> comparedWithBefore(Situation s) {
        List<AreaId> named = s.areas();
        List<AreaId> before = s.areasBefore();
        boolean compares =
                s.cues().has(Cue.COMPARE) || THAN.matcher(s.places().rest()).matches();
        if (!compares || named.size() != 1 || before.size() != 1 || before.equals(named)) {
            return Optional.empty();
        }
        return Optional.of(s.about(Situation.cues(s.memory().asked()), List.of(before.getFirst(), named.getFirst())));
    }

    /** 「違いを教えて」, after two areas were told; nothing can be told apart where two are not known. */
    static Optional<Intent> difference(Situation s) {
        boolean bare = s.cues().has(Cue.COMPARE)
                && s.cues().asked().isEmpty()
                && !s.cues().hasSubject()
                && s.places().findings().isEmpty();
        if (!bare) return Optional.empty();
        List<AreaId> before = s.areasBefore();
        return Optional.of(before.size() > 1 ? s.about(EnumSet.noneOf(Cue.class), before) : s.nothing());
    }

    /** The area that was told of last, where the words name no other place. */
    static Optional<AreaId> spokenOf(Situation s) {
        List<AreaId> before = s.areasBefore();
        boolean one = before.size() == 1 && s.memory().told().isEmpty() && !s.namesPlace();
        return one ? Optional.of(before.getFirst()) : Optional.empty();
    }
}
