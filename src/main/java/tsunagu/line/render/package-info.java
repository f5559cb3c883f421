/**
 * What a channel-neutral reply looks like in LINE: texts, Flex cards and quick replies, within every limit of LINE's.
 *
 * <p>Start with {@link tsunagu.line.render.LineRenderer}.
 *
 * <p>May import: conversation, message.
 */
package tsunagu.line.render;
