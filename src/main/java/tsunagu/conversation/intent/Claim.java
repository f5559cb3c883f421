package tsunagu.conversation.intent;

import java.util.List;
import tsunagu.areas.AreaId;
import tsunagu.areas.Place;

/** What a resident takes to be so and wants to hear yes or no to. */
public sealed interface Claim {

    /** 「保谷第一小と保谷第二小は同じネットワークですよね」; {@code same} false for 「別々ですか」. */
    record SameArea(List<Place> places, boolean same) implements Claim {}

    /** 「青嵐中は南部ですか」「ふらわーネットは西部の愛称？」 */
    record InArea(List<Place> places, AreaId area) implements Claim {}

    /** 「もう設立されてる？」 */
    record Founded(List<AreaId> areas) implements Claim {}

    /** 「平成27年にできたんですよね」; {@code fiscal} true for 「平成27年度」. */
    record FoundedIn(AreaId area, int year, boolean fiscal) implements Claim {}

    /** 「南部は令和にできたの？」; {@code era} as it is written, 令和; {@code all} true for 「全部令和ですよね」. */
    record FoundedInEra(List<AreaId> areas, String era, boolean all) implements Claim {}

    /** 「南部がいちばん古い？」, or older than the other areas named. */
    record Ranked(AreaId area, List<AreaId> others, Measure measure, boolean first) implements Claim {}

    /** 「南部の小学校は5校？」「団体は60以上ありますか」 */
    record Counted(Counting what, List<AreaId> areas, Bound bound, int number) implements Claim {}

    /** 「中学校区ごとにあるんですよね」; {@code unit} as the areas would be called, {@code so} false for 「…とは違う？」 */
    record DividedBy(String unit, boolean so) implements Claim {}

    /** 「南部に愛称はあるの？」 */
    record Nicknamed(AreaId area) implements Claim {}

    /** 「個人でも入れますか」, 「個人では入れないんですよね」 false */
    record MayJoin(boolean may) implements Claim {}

    /** 「市から独立していますか」「市も参加していますか」 */
    record Independent() implements Claim {}

    /** 「042-420-2893 に電話すればいい？」 */
    record Number(String number) implements Claim {}

    /** How a count is held against the number that was said. */
    enum Bound {
        EXACTLY,
        AT_LEAST,
        AT_MOST,
        MORE_THAN,
        FEWER_THAN;

        public boolean holds(int count, int number) {
            return switch (this) {
                case EXACTLY -> count == number;
                case AT_LEAST -> count >= number;
                case AT_MOST -> count <= number;
                case MORE_THAN -> count > number;
                case FEWER_THAN -> count < number;
            };
        }
    }

    /** By what areas are put in order. */
    enum Measure {
        FOUNDING,
        GROUPS,
        PEOPLE,
        JUNIOR_HIGH_SCHOOLS,
        ELEMENTARY_SCHOOLS
    }

    /** What is counted. */
    enum Counting {
        NETWORKS,
        JUNIOR_HIGH_SCHOOLS,
        ELEMENTARY_SCHOOLS,
        SCHOOLS,
        TOWNS,
        GROUPS,
        PEOPLE
    }
}
