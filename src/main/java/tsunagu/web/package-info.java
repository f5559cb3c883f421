/**
 * The resident's web chat and the JSON door to the same dialogue; every refusal and failure of the server in words a
 * person understands.
 *
 * <p>Start with {@link tsunagu.web.ChatController}, {@link tsunagu.web.PageController} and
 * {@link tsunagu.web.ChatAnswer}, the reply as JSON.
 *
 * <p>May import: conversation, message, text.
 */
package tsunagu.web;
