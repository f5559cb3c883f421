package tsunagu.library;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tsunagu.library.entry.Holding;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;

@Factory
final class LibraryMenu {
    static final String LIST = "/console/documents";

    @Singleton
    @Named("documents")
    MenuEntry documents() {
        return new MenuEntry(25, "資料", LIST, Role.VIEWER);
    }

    static String of(Holding holding) {
        return LIST + "/" + holding.id();
    }
}
