package tsunagu.staff;

import java.util.List;
import java.util.Optional;

/**
 * What every staff page shows around its content. A controller below {@code /console} gets it by naming it as a
 * parameter, and hands it to {@code console.layout}.
 *
 * @param member who is signed in; empty on the pages before
 * @param jurisdiction whom they work for: 「西東京市」, 「すべての自治体」
 * @param path of the page
 * @param formToken what each form must send as {@code csrfToken}; the template {@code console.token} writes it
 * @param menu as far as the member may see it
 * @param flash what to say of the change just made
 * @param session key of the sign-in, by which a flash is kept for the next page; empty where nobody is signed in
 */
public record Shell(
        Optional<Member> member,
        String jurisdiction,
        String path,
        String formToken,
        List<MenuEntry> menu,
        Optional<String> flash,
        Optional<String> session) {

    public Shell {
        menu = List.copyOf(menu);
    }

    /** Whether the member may do what this role may: for buttons that others need not see. */
    public boolean may(Role atLeast) {
        return member.filter(one -> one.may(atLeast)).isPresent();
    }
}
