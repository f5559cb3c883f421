/**
 * Texts as vectors, by a model that the operator supplies: texts that mean alike lie near each other, whatever their
 * words. Nothing of it is loaded unless a model is set.
 *
 * <p>Start with {@link tsunagu.knowledge.embedding.EmbeddingSettings} and
 * {@link tsunagu.knowledge.embedding.Embedding}.
 *
 * <p>May import: nothing of ours. ONNX Runtime and the tokenizer are known here alone.
 */
package tsunagu.knowledge.embedding;
