package tsunagu.library;

import tsunagu.library.entry.Holding;
import tsunagu.library.entry.Outcome;

/** What is said of a change, also of one that was made upon another. */
final class Revisions {
    private Revisions() {}

    static Holding holding(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Holding holding) -> holding;
            case Outcome.Conflict(Holding theirs) -> theirs;
            case Outcome.NotAllowed(Holding holding) -> holding;
            case Outcome.FourEyes(Holding holding) -> holding;
        };
    }

    static String says(Outcome outcome, String done) {
        return switch (outcome) {
            case Outcome.Done _ -> done;
            case Outcome.Conflict _ -> "ほかの人が先に変更しました。いまの内容を確かめて、もう一度押してください。";
            case Outcome.NotAllowed(Holding holding) ->
                "いまの状態（" + holding.state().label() + "）では、できません。";
            case Outcome.FourEyes _ -> "自分が作った版は、自分では公開できません。ほかの承認者に頼んでください。";
        };
    }
}
