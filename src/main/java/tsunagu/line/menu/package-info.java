/**
 * The menu at the foot of the chat: its tiles, its picture, and how it gets to LINE.
 *
 * <p>Start with {@link tsunagu.line.menu.Menu} and {@link tsunagu.line.menu.MenuPicture}.
 *
 * <p>May import: line's own child {@code api}.
 */
package tsunagu.line.menu;
