package tsunagu.web.page;

import java.util.List;
import java.util.Optional;
import tsunagu.conversation.Utterance;
import tsunagu.message.Choice;

/**
 * What the chat page shows.
 *
 * @param languages all to choose from
 * @param conversation id the next question is asked under
 * @param chosenLanguage tag the resident asked for; empty when the browser's wish decided
 * @param turn the exchange just had, without JavaScript
 * @param notice why the last question could not be taken
 * @param draft the words to write on from
 */
public record ChatPage(
        PageWords words,
        List<PageWords> languages,
        String conversation,
        Optional<String> chosenLanguage,
        Optional<Turn> turn,
        Optional<PageWords.Problem> notice,
        String draft) {

    public ChatPage {
        languages = List.copyOf(languages);
    }

    /** The way back to an empty page in the same language. */
    public String startOver() {
        return chosenLanguage.map(tag -> "/?lang=" + words.tag()).orElse("/");
    }

    /** The questions to begin with. */
    public List<Choice> suggestedChoices() {
        return words.suggestions().stream().map(Choice::new).toList();
    }

    /** In UTF-16 units, as the browser counts too. */
    public int longestText() {
        return Utterance.MAX_LENGTH;
    }
}
