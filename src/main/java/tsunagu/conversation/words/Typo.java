package tsunagu.conversation.words;

/** The mistakes of a hand that types. */
final class Typo {
    private Typo() {}

    /** Whether one letter is wrong, missing, too many, or changed places with the next; false for the same word. */
    static boolean isOneApart(String one, String other) {
        if (one.equals(other) || Math.abs(one.length() - other.length()) > 1) return false;
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) start++;
        int end = 0;
        while (end < shorter - start && fromEnd(one, end) == fromEnd(other, end)) end++;
        String left = one.substring(start, one.length() - end);
        String right = other.substring(start, other.length() - end);
        if (left.length() <= 1 && right.length() <= 1) return true;
        return left.length() == 2
                && right.length() == 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0);
    }

    private static char fromEnd(String word, int back) {
        return word.charAt(word.length() - 1 - back);
    }
}
