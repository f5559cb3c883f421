/**
 * The resident's web chat and the JSON door to the same dialogue.
 *
 * <p>May import: conversation, message.
 */
package tsunagu.web;
