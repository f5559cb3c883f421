/**
 * Statements with their values, for the repositories that write their own SQL, and what differs between the databases
 * where they are migrated.
 *
 * <p>Start with {@link tsunagu.sql.SqlRepository}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.sql;
