package tsunagu.console;

import tsunagu.staff.Invitations;
import tsunagu.staff.Invitations.Acceptance;

/** What is wrong with what somebody chose, in words. */
final class PasswordWords {
    static final String NOT_TWICE = "二つのパスワードが同じではありません。もう一度入力してください。";

    private PasswordWords() {}

    static String say(Acceptance outcome) {
        return switch (outcome) {
            case ACCEPTED -> "";
            case NOT_VALID -> "今のパスワードが違います。";
            case LOGIN_MISSING -> "サインイン名を入力してください。";
            case LOGIN_TOO_LONG -> "サインイン名は" + Invitations.LONGEST_LOGIN + "文字までにしてください。";
            case LOGIN_TAKEN -> "そのサインイン名は、ほかの人が使っています。別のものにしてください。";
            case NAME_MISSING -> "氏名を入力してください。";
            case NAME_TOO_LONG -> "氏名は" + Invitations.LONGEST_NAME + "文字までにしてください。";
            case PASSWORD_TOO_SHORT -> "パスワードは" + Invitations.SHORTEST_PASSWORD + "文字以上にしてください。";
            case PASSWORD_TOO_LONG -> "パスワードは" + Invitations.LONGEST_PASSWORD + "文字までにしてください。";
            case PASSWORD_IS_LOGIN -> "サインイン名と同じパスワードは使えません。";
        };
    }
}
