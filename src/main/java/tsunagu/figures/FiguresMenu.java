package tsunagu.figures;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;

@Factory
final class FiguresMenu {
    static final String PATH = "/console/figures";

    @Singleton
    @Named("figures")
    MenuEntry entry() {
        return new MenuEntry(70, "利用の様子", PATH, Role.VIEWER);
    }
}
