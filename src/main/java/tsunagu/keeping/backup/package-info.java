/**
 * A database as one file, the same for every engine, and the file as a database again.
 *
 * <p>The file is a zip: {@code manifest.json}, and for each table a file of lines, each a row as a JSON array, bytes in
 * Base64. Start with {@link tsunagu.keeping.backup.Backups}; {@link tsunagu.keeping.backup.Requests} is how the command
 * reaches a running copy.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.keeping.backup;
