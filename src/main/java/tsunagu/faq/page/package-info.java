/**
 * What the staff pages of FAQ entries show: the editor's form, lists, two versions side by side.
 *
 * <p>Start with {@link tsunagu.faq.page.FaqForm} and {@link tsunagu.faq.page.Side}.
 *
 * <p>May import: areas, documents, desk, staff, and its sibling {@code entry}.
 */
package tsunagu.faq.page;
