/**
 * What an index is made of: a text and the words it was read into, in how many entries each word stands, and what the
 * entries together teach. Knows no search engine.
 *
 * <p>Start with {@link tsunagu.knowledge.index.entries.TextEntry} and
 * {@link tsunagu.knowledge.index.entries.EntryWords}.
 *
 * <p>May import: {@code knowledge.index.words}, {@code knowledge.embedding}.
 */
package tsunagu.knowledge.index.entries;
