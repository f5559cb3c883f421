/**
 * The pages residents see: their fixed words, read from {@code config/messages/page.*.yml}, and the templates of
 * {@code src/main/jte/web} turned into text.
 *
 * <p>Start with {@link tsunagu.web.page.PageTexts}, {@link tsunagu.web.page.ChatPage} and
 * {@link tsunagu.web.page.PageRenderer}.
 *
 * <p>May import: conversation, message, text.
 */
package tsunagu.web.page;
