package tsunagu.notices;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tsunagu.notices.notice.Notice;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;

@Factory
final class NoticesMenu {
    static final String LIST = "/console/notices";

    @Singleton
    @Named("notices")
    MenuEntry notices() {
        return new MenuEntry(45, "お知らせ", LIST, Role.VIEWER);
    }

    static String of(Notice notice) {
        return LIST + "/" + notice.id();
    }
}
