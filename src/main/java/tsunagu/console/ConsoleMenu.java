package tsunagu.console;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;

/** The console's own pages in the menu. */
@Factory
final class ConsoleMenu {
    @Singleton
    @Named("home")
    MenuEntry home() {
        return new MenuEntry(0, "はじめ", "/console", Role.VIEWER);
    }
}
