package tsunagu.conversation.intent;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.areas.AreaId;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.wish.ToldEvents;
import tsunagu.conversation.words.ListPlace;

/** What words mean that go on from the answer before. */
final class FollowUp {
    /** 「南部より多い？」, of the area before. */
    private static final Pattern THAN =
            Pattern.compile("★(?:の?ほう)?よりも?(?:多い|少ない|古い|新しい|大きい|小さい)(?:です|の|んです)?か?な?[?。!、\\s]*");

    /** 「所属は？」, after rows of a table were told. */
    private static final Pattern COLUMN =
            Pattern.compile("(?:じゃあ|では|その|それの|その人の|その方の)?[\\p{IsHan}\\p{IsKatakana}ー]{2,6}(?:は|って|も|を教えて)?"
                    + "(?:(?:どこ|いつ|誰|だれ|何)(?:だった|でした|です|なの|なん)*か?)?[?？。、!\\s]*");

    /** 「強みは？」, which is always something's, of what was told before. */
    private static final Pattern OWNED = Pattern.compile(
            "(?:じゃあ|では|その|逆に|反対に)?[、\\s]*(?:強み|弱み|役割|目的|課題|特徴|成果|背景|メリット|デメリット)(?:は|って|も|を教えて)?[?。、!\\s]*");

    /** 「西部のほうが古い？」, after two were spoken of. */
    private static final Pattern RATHER = Pattern.compile("(?:じゃあ|では)?[、\\s]*★の?(?:ほう|方)が");

    /** 「その次は？」, after the oldest. */
    private static final Pattern NEXT_ONE =
            Pattern.compile("(?:じゃあ|では|で)?[、\\s]*(?:その|それの)?(?:次|つぎ|[2-4二三四]番目)(?:に古い|に新しい)?(?:の|のところ|の地区)?"
                    + "(?:は|って)?(?:どこ)?(?:です)?か?[?？。!、\\s]*");

    /** 「一番最初のは？」, of rows that were told. */
    private static final Pattern FIRST_OR_LAST =
            Pattern.compile("(?:じゃあ|では|で)?[、\\s]*(?:一番|いちばん)?(?:最初|最後)(?:の(?:もの|回|会議)?)?(?:は|って)?[?？。!、\\s]*");

    /** 「じゃあどこ？」, after a ranking. */
    private static final Pattern WHICH_THEN = Pattern.compile(
            "(?:じゃあ|では|じゃ|で)?[、\\s]*(?:どこ|どっち|どちら|どれ)(?:が|の(?:地区|ネットワーク))?(?:です|なの|なんです|だ)?か?[?？。!、\\s]*");

    /** 「令和何年度？」, after the founding. */
    private static final Pattern WHICH_YEAR =
            Pattern.compile("(?:それは|それって)?[、\\s]*(?:令和|平成|西暦)?(?:だと|では|の)?何年度?(?:何月)?(?:です|なの|だっけ|でした)?か?[?？。!、\\s]*");

    /** 「増えてる？」, after members were counted: figures are of one year. */
    private static final Pattern CHANGES =
            Pattern.compile("(?:(?:前|去年|昨年|以前)より|最近は?|年々)?[、\\s]*(?:増え|減っ|減り|変わっ)\\p{IsHiragana}*[?？。!、\\s]*");

    private static final Set<Cue> RANKING = EnumSet.of(Cue.MOST, Cue.LEAST, Cue.OLDEST, Cue.NEWEST);

    private static final Pattern OTHERS = Pattern.compile("(?:じゃあ|では|で)?[、\\s]*(?:ほか|他|そのほか|その他|それ以外|残り|のこり|別)"
            + "(?:の(?:地区|地域|ネットワーク|エリア|ところ|所|[0-9三]つ))?(?:は|も|だと|では|の場合は|について)?"
            + "(?:どう(?:です|なの|なってる)?|(?:教えて|おしえて|知りたい)\\p{IsHiragana}{0,6})?か?[?？。!、\\s]*"
            + "|(?i:(?:what|how) about (?:the )?other(?:s| areas| networks| districts)|the others?|other areas)\\W*"
            + "|(?:其他|别的)(?:地区|区)?呢?\\W*|다른 (?:지역|지구|네트워크)[은는도]?요?\\W*");

    private static final Pattern WHERE_HELD = Pattern.compile("(?:開催)?(?:場所|会場)(?:は|って)?(?:どこ)?");

    private static final Pattern WHEN_HELD = Pattern.compile("(?:開催)?(?:日付|日時|日程|期日|開催日)(?:は|って)?");

    /** Stands between a passage and those of its rows that were told. */
    private static final String ROWS = "/";

    private static final Pattern QUESTION_WORD = Pattern.compile("いつ|どこ|誰|だれ|どなた|いくつ|いくら|何|[0-9]+\\D{1,8}[かね]\\W*$");

    private static final String TELL_MORE = "(?:何でしょう|何|なに|どう(?:いうこと|して)?|なぜ|もっと|もう少し|もうちょっと|もうちょい|詳しく|くわしく|詳細"
            + "|具体的に?|どんな(?:こと|もの|内容|取り?組み|取組|感じ)?|教えて|知りたい|説明|お願い|例えば|、)*";

    /** 「2つ目は？」「最後のやつをもっと詳しく」, after a list was told. */
    private static final Pattern NTH = Pattern.compile("(?:じゃあ|では|その|逆に|あと|で)?[、\\s]*" + ListPlace.PLACE
            + "(?:の(?:もの|内容|方|ほう|やつ|ところ|項目)?)?(?:は|って|に?ついて|を|も|だけど|だけ)?" + TELL_MORE
            + "\\p{IsHiragana}{0,5}[?？。!、\\s]*");

    /** 「3つ目のところ」 */
    private static final Pattern OF_LISTED = Pattern.compile("^(?:じゃあ|では|で|その|あと)?[、\\s]*" + ListPlace.PLACE
            + "(?:の(?:ところ|とこ|所|町|地区|方|ほう)(?:は|って|も|の|だと|に|を|$)|(?:の)?(?:は|って|も|だと)(?!何|いつ|どこ)|$)");

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
        if (isOfLayers(s)) {
            return Optional.of(new Intent.Layers(s.municipality(), Optional.empty(), ""));
        }
        return Optional.of(s.about(Situation.cues(s.memory().asked()), s.areasBefore()));
    }

    /** Whether passages were told last, and the words speak of no network and no place. */
    static boolean isOfWhatWasTold(Situation s) {
        return !toldPassages(s).isEmpty() && !s.namesPlace() && !s.cues().has(Cue.NETWORK, Cue.CONTENT);
    }

    /** By what the passages that were told last are found again; empty where something else was. */
    static List<String> toldPassages(Situation s) {
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
        boolean ofThem = NTH.matcher(s.text()).matches()
                || plain instanceof Intent.AskDocuments
                        && OWNED.matcher(s.text()).matches();
        if (!passages.isEmpty() && ofThem) {
            return new Intent.AskTold(passages, s.text(), plain);
        }
        boolean open = switch (plain) {
            case Intent.AskDocuments _, Intent.AboutNetworks _, Intent.Undocumented _ ->
                QUESTION_WORD.matcher(s.text()).find()
                        || FIRST_OR_LAST.matcher(s.text()).matches();
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

    /** The areas named; of 「南部より多い？」 the area before, and the one it is held against; of 「西部のほうが」 the other way. */
    static List<AreaId> compared(Situation s) {
        List<AreaId> named = s.areas();
        List<AreaId> before = s.areasBefore();
        boolean than = named.size() == 1
                && before.size() == 1
                && THAN.matcher(s.places().rest()).matches();
        if (than) return List.of(before.getFirst(), named.getFirst());
        // 「そこが一番古い？」
        if (named.isEmpty() && s.cues().has(Cue.POINTING) && before.size() == 1) return before;
        List<AreaId> others =
                before.stream().filter(area -> !named.contains(area)).toList();
        boolean rather = named.size() == 1
                && others.size() == 1
                && RATHER.matcher(s.places().rest()).lookingAt();
        return rather ? List.of(named.getFirst(), others.getFirst()) : named;
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

    /** What goes on from what was asked before, without saying it again. */
    static Optional<Intent> again(Situation s) {
        if (s.namesPlace() || s.memory().asked().isEmpty()) return Optional.empty();
        Set<Cue> before = Situation.cues(s.memory().asked());
        // 「2つ目は？」, after the layers were listed.
        if (isOfLayers(s) && NTH.matcher(s.text()).matches()) {
            return Optional.of(new Intent.Layers(s.municipality(), Optional.empty(), s.text()));
        }
        if (Situation.FIGURES.stream().anyMatch(before::contains)
                && CHANGES.matcher(s.text()).matches()) {
            return Optional.of(s.nothing());
        }
        boolean ranked = RANKING.stream().anyMatch(before::contains);
        if (ranked && WHICH_THEN.matcher(s.text()).matches()) return Optional.of(s.about(before, List.of()));
        boolean byAge = before.contains(Cue.OLDEST) || before.contains(Cue.NEWEST);
        if (byAge && NEXT_ONE.matcher(s.text()).matches()) {
            return Optional.of(s.about(EnumSet.of(Cue.ORDER), List.of()));
        }
        boolean founding = before.contains(Cue.FOUNDING) && s.memory().told().isEmpty();
        return founding && WHICH_YEAR.matcher(s.text()).matches()
                ? Optional.of(s.about(EnumSet.of(Cue.FOUNDING), s.areasBefore()))
                : Optional.empty();
    }

    /** 「ほかの地区は？」, after what was told of one area: the same of all. */
    static Optional<Intent> others(Situation s) {
        boolean asked = !s.areasBefore().isEmpty()
                && s.places().findings().isEmpty()
                && OTHERS.matcher(s.text()).matches();
        if (!asked) return Optional.empty();
        Set<Cue> before = Situation.cues(s.memory().asked());
        // After the oldest, the others are told by their order.
        if (before.contains(Cue.OLDEST) || before.contains(Cue.NEWEST)) before = EnumSet.of(Cue.ORDER);
        return Optional.of(s.about(before.isEmpty() ? EnumSet.of(Cue.LIST) : before, List.of()));
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

    /** 「2つ目のところの中学校は」, after several places were told. */
    static Optional<Intent> ofListed(Situation s) {
        List<AreaId> before = s.areasBefore();
        boolean listed = before.size() > 1 && toldPassages(s).isEmpty() && !s.namesPlace();
        boolean other = s.cues().has(Cue.CONTENT)
                || s.cues().leftover().stream().anyMatch(words -> words.length() > 1)
                || isOfLayers(s)
                || ToldEvents.find(s.memory().told()).isPresent();
        if (!listed || other) return Optional.empty();
        return OF_LISTED.matcher(s.text()).find()
                ? ListPlace.pick(s.text(), before).map(area -> s.about(ofOne(s), List.of(area)))
                : Optional.empty();
    }

    private static boolean isOfLayers(Situation s) {
        return s.memory().asked().contains(Cue.LAYERS.name());
    }

    /** What is asked of one of them, or else what was asked of all. */
    private static Set<Cue> ofOne(Situation s) {
        Set<Cue> asked = EnumSet.noneOf(Cue.class);
        asked.addAll(s.cues().asked());
        asked.removeAll(RANKING);
        return asked.isEmpty() ? Situation.cues(s.memory().asked()) : asked;
    }

    /** The area that was told of last, where the words name no other place. */
    static Optional<AreaId> spokenOf(Situation s) {
        return s.areaBefore().filter(any -> s.memory().told().isEmpty() && !s.namesPlace());
    }
}
