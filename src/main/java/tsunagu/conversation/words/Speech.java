package tsunagu.conversation.words;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import tsunagu.text.DateRange;
import tsunagu.text.Language;

/** The assistant's sentences in one language. */
public final class Speech {
    private final Language language;
    private final Map<String, String> sentences;
    private final Clock clock;

    Speech(Language language, Map<String, String> sentences, Clock clock) {
        this.clock = clock;
        this.language = language;
        this.sentences = sentences;
    }

    public Language language() {
        return language;
    }

    /**
     * The sentence of a key, its {@code {names}} filled in.
     *
     * @param namesAndValues name, value, name, value …
     * @throws IllegalArgumentException where the key or a value is missing
     */
    public String say(String key, Object... namesAndValues) {
        String sentence = sentences.get(key);
        if (sentence == null) throw new IllegalArgumentException("no message " + key + " in " + language.tag());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sentence = sentence.replace("{" + namesAndValues[i] + "}", String.valueOf(namesAndValues[i + 1]));
        }
        return sentence;
    }

    /** What an answer to a question that wants yes or no begins with. */
    public String yesOrNo(boolean yes) {
        return say(yes ? "words.yes" : "words.no");
    }

    /** 「11月28日（土）から11月29日（日）まで」, of another year 「2027年11月6日（土）」. */
    public String say(DateRange days) {
        if (days.isOneDay()) return day(days.from());
        return days.to()
                .map(to -> say("words.days", "from", day(days.from()), "to", day(to)))
                .orElseGet(() -> say("words.days-since", "from", day(days.from())));
    }

    /** 「2022年11月30日」, as a document is dated. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("words.date"), Locale.forLanguageTag(language.tag()))
                .format(day);
    }

    private String day(LocalDate day) {
        String pattern = say(day.getYear() == LocalDate.now(clock).getYear() ? "words.day" : "words.day-of-year");
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language.tag()))
                .format(day);
    }
}
