/**
 * The index kept in an OpenSearch cluster, behind the same door as the one in this process: the words are read here,
 * and the cluster finds and scores by the same recipe. Also the choice between the two.
 *
 * <p>Start with {@link tsunagu.knowledge.opensearch.IndexEngine}, {@code ClusterIndex} and {@code Upkeep}.
 *
 * <p>May import: {@code knowledge.index}, {@code knowledge.embedding}, and its own child {@code http}.
 */
package tsunagu.knowledge.opensearch;
