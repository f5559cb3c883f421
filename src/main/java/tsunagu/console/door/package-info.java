/**
 * The door of the staff side: recognises who is signed in by their cookie, opens each page below {@code /console} to
 * whom it is for, refuses forms that do not come from our pages, and shows what is refused as a page.
 *
 * <p>Start with {@link tsunagu.console.door.StaffRule} and {@link tsunagu.console.door.SignInFetcher}. Nothing is
 * called from outside; the server finds these beans.
 *
 * <p>May import: staff, and its sibling {@code wording}.
 */
package tsunagu.console.door;
