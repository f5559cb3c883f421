/**
 * The way to an OpenSearch cluster: addresses, sign-in, certificates, how long it is waited for, and the pause after it
 * did not answer. OpenSearch's own low-level client is used here alone.
 *
 * <p>Start with {@link tsunagu.knowledge.opensearch.http.Cluster}.
 *
 * <p>May import: {@code knowledge.index}.
 */
package tsunagu.knowledge.opensearch.http;
