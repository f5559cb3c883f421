package tsunagu.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits Japanese text into sentences, as printed. */
public final class Sentences {
    private static final String OPENING = "「『（(〈《【［";
    private static final String CLOSING = "」』）)〉》】］";

    private Sentences() {}

    /**
     * The sentences in order, each with its closing mark and without surrounding space. A sentence ends at 。！？ or
     * the end of a line; marks inside 「」『』（） do not end it, unless the bracket is never closed on that line.
     */
    public static List<String> split(String text) {
        var sentences = new ArrayList<String>();
        text.lines().forEach(line -> splitLine(line, sentences));
        return List.copyOf(sentences);
    }

    private static void splitLine(String line, List<String> sentences) {
        int[] closings = closings(line);
        int start = 0;
        for (int at = 0; at < line.length(); at++) {
            if (closings[at] >= 0) {
                at = closings[at];
            } else if (endsSentence(line, at)) {
                at = lastMark(line, at);
                add(line.substring(start, at + 1), sentences);
                start = at + 1;
            }
        }
        add(line.substring(start), sentences);
    }

    /** For each opening bracket the place where it is closed; -1 for every other character. */
    private static int[] closings(String line) {
        int[] closings = new int[line.length()];
        Arrays.fill(closings, -1);
        var open = new ArrayDeque<Integer>();
        for (int at = 0; at < line.length(); at++) {
            if (OPENING.indexOf(line.charAt(at)) >= 0) open.push(at);
            if (CLOSING.indexOf(line.charAt(at)) >= 0 && !open.isEmpty()) closings[open.pop()] = at;
        }
        return closings;
    }

    private static boolean endsSentence(String line, int at) {
        return switch (line.charAt(at)) {
            case '。', '！', '？', '｡' -> true;
            // In an address (…?id=1) or a name (Yahoo!BB) they part nothing.
            case '!', '?' -> at + 1 == line.length() || !isAsciiWord(line.charAt(at + 1));
            default -> false;
        };
    }

    private static boolean isAsciiWord(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '/' || c == '=' || c == '&');
    }

    /** 「！？」, and a closing bracket that an earlier line opened, belong to the sentence they end. */
    private static int lastMark(String line, int at) {
        int last = at;
        while (last + 1 < line.length()
                && (endsSentence(line, last + 1) || CLOSING.indexOf(line.charAt(last + 1)) >= 0)) {
            last++;
        }
        return last;
    }

    private static void add(String sentence, List<String> sentences) {
        String stripped = sentence.strip();
        if (!stripped.isEmpty()) sentences.add(stripped);
    }
}
