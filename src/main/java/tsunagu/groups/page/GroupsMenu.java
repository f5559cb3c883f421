package tsunagu.groups.page;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;

@Factory
final class GroupsMenu {

    @Singleton
    @Named("groups")
    MenuEntry groups() {
        return new MenuEntry(40, "団体・場所", GroupPaths.LIST, Role.VIEWER);
    }
}
