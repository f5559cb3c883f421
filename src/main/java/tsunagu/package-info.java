/**
 * The start of the product: the server, and the commands of the same jar.
 *
 * <p>Start with {@link tsunagu.Application}; what lies where is told by {@code src/site/markdown/architecture.md}.
 *
 * <p>May import: every package below it; none imports it.
 */
package tsunagu;
