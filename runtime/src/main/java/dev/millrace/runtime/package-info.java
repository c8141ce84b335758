/**
 * What users of a pipeline name at run time: outcomes and results of many items, blocks of values,
 * resources, embeddings and the slabs they lie in, listeners, and the errors that a run may end
 * with.
 */
@NullMarked
package dev.millrace.runtime;

import org.jspecify.annotations.NullMarked;
