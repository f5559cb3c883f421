package tsunagu.conversation.words;

import java.util.Map;
import tsunagu.text.Language;

/** The assistant's sentences in one language. */
public final class Speech {
    private final Language language;
    private final Map<String, String> sentences;

    Speech(Language language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    public Language language() {
        return language;
    }

    public boolean english() {
        return language == Language.ENGLISH;
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
}
