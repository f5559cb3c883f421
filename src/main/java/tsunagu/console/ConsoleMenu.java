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

    @Singleton
    @Named("questions")
    MenuEntry questions() {
        return new MenuEntry(10, "答えられなかった質問", "/console/questions", Role.VIEWER);
    }

    @Singleton
    @Named("staff")
    MenuEntry staff() {
        return new MenuEntry(80, "職員", "/console/staff", Role.ADMINISTRATOR);
    }

    @Singleton
    @Named("keeping")
    MenuEntry keeping() {
        return new MenuEntry(85, "保管と削除", "/console/keeping", Role.ADMINISTRATOR);
    }

    @Singleton
    @Named("trail")
    MenuEntry trail() {
        return new MenuEntry(90, "操作の記録", "/console/trail", Role.ADMINISTRATOR);
    }
}
