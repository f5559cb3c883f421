package tsunagu.knowledge.index.words;

/**
 * A word as the index compares it.
 *
 * @param term base form in lower case, without a final ー: {@code 参加}, {@code 入る}, {@code サーバ}
 * @param reading katakana reading, but the term where the word stands inflected: ゴミ and ごみ meet here
 * @param kind what it does in a sentence
 */
public record Word(String term, String reading, Kind kind) {

    /** What a word does in a sentence. */
    public enum Kind {
        /** Names one person, place or thing: 三鷹, 練馬. */
        NAME,
        /** Names things: 会費, 参加. */
        NOUN,
        /** Tells of them: 入る, 良い. */
        OTHER,
        /** Says how: とても, はっきり. */
        MANNER;

        public boolean names() {
            return this == NAME || this == NOUN;
        }
    }
}
