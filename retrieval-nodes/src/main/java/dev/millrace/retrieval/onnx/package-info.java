/**
 * Writes ONNX graphs as bytes, without a library: what {@code maxsim} makes its product of, and
 * {@code encode} appends to models. Not for users.
 */
@NullMarked
package dev.millrace.retrieval.onnx;

import org.jspecify.annotations.NullMarked;
