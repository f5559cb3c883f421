package tsunagu.groups.stint;

/**
 * A small job in the list.
 *
 * @param offered how many have offered to help
 */
public record StintLine(Stint stint, long offered, boolean past) {}
