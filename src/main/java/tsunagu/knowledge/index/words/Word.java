package tsunagu.knowledge.index.words;

/**
 * A word as the index compares it.
 *
 * @param term base form in lower case, without a final ー: {@code 参加}, {@code 入る}, {@code サーバ}
 * @param reading katakana reading, but the term where the word stands inflected: ゴミ and ごみ meet here
 */
public record Word(String term, String reading) {}
