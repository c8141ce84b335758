/** Puts the best candidates of a cheap search in the order of a dear one. Pipelines call it. */
@NullMarked
package dev.millrace.retrieval.rerank;

import org.jspecify.annotations.NullMarked;
