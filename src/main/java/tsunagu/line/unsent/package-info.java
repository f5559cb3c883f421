/**
 * Which messages residents have taken back: LINE may say so before it delivers the message itself.
 *
 * <p>Start with {@link tsunagu.line.unsent.UnsentMessages}.
 *
 * <p>May import: keeping.
 */
package tsunagu.line.unsent;
