/** Makes one ranking of several. Pipelines call it per query, on the hits of different searches. */
@NullMarked
package dev.millrace.retrieval.fuse;

import org.jspecify.annotations.NullMarked;
