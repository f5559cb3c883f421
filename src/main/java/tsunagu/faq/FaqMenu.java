package tsunagu.faq;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;

@Factory
final class FaqMenu {

    @Singleton
    @Named("faq")
    MenuEntry entries() {
        return new MenuEntry(20, "よくある質問", FaqPaths.LIST, Role.VIEWER);
    }
}
