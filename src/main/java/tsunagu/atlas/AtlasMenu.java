package tsunagu.atlas;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;

@Factory
final class AtlasMenu {
    static final String TABLE = "/console/areas";
    static final String SETS = TABLE + "/sets";
    static final String FILES = TABLE + "/files";

    @Singleton
    @Named("atlas")
    MenuEntry atlas() {
        return new MenuEntry(60, "地区と町", TABLE, Role.VIEWER);
    }
}
