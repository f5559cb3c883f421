package tsunagu.groups.page;

import tsunagu.groups.entry.Group;

/** Where the pages are. */
final class GroupPaths {
    static final String LIST = "/console/groups";

    private GroupPaths() {}

    static String of(Group group) {
        return LIST + "/" + group.id();
    }
}
