/**
 * Doing together what several ask for at the same moment, as every transaction costs a write to the disk.
 *
 * <p>Start with {@link tsunagu.line.inbox.commit.GroupCommit}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.line.inbox.commit;
