package tsunagu.events;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;

@Factory
final class EventMenu {
    static final String LIST = "/console/events";

    @Singleton
    @Named("events")
    MenuEntry entry() {
        return new MenuEntry(30, "行事", LIST, Role.VIEWER);
    }
}
