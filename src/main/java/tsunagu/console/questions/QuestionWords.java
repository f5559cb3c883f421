package tsunagu.console.questions;

import tsunagu.conversation.OpenQuestions.State;

/** What staff read about a question. */
public final class QuestionWords {
    private QuestionWords() {}

    /** 「対応中」. */
    public static String label(State state) {
        return switch (state) {
            case NEW -> "未対応";
            case TAKEN -> "対応中";
            case DONE -> "対応済み";
            case NOT_OURS -> "ほかの担当";
            case IGNORED -> "対応しない";
        };
    }

    /** Why there was no answer, by the reason the dialogue gave. */
    public static String reason(String reason) {
        return switch (reason) {
            case "UNDOCUMENTED" -> "資料に書かれていない";
            case "NOTHING_FOUND" -> "資料に見つからない";
            case "ONLY_RELATED" -> "関係する資料はある";
            case "ELSEWHERE" -> "ほかの町のこと";
            case "UNKNOWN_PLACE" -> "場所が分からない";
            case "NO_EVENTS" -> "行事の情報がない";
            case "OUT_OF_SCOPE" -> "扱っていない分野";
            case "SAID_WRONG" -> "答えが「ちがう」と言われた";
            default -> "答えられなかった";
        };
    }
}
