/**
 * Text in, vectors out: the {@link dev.millrace.retrieval.encode.Encoder} and its ONNX Runtime
 * implementation, the tokenizer that feeds it, and the models it may be opened with. Nodes call it
 * through {@code Encoder}; whoever opens an encoder names {@code OnnxEncoder} and {@code
 * EncoderModel}.
 *
 * <pre>
 *   texts --Tokenizer--> ids --Window (by length)--> batches --Lane (pinned)--> Slab rows
 *                                                                                 |
 *                                           dense: mean of a text's rows  <-------+
 *                                           tokens: the rows, each of length 1
 * </pre>
 */
@NullMarked
package dev.millrace.retrieval.encode;

import org.jspecify.annotations.NullMarked;
