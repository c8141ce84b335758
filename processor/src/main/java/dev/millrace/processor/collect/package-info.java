/**
 * The first stage: elements to declarations. Here, and nowhere after it, the compiler's own model
 * is touched.
 *
 * <pre>
 *   TypeElement -> NodeReader -> NodeModel (TwinReader adds the twin)
 *   interface   -> PipelineReader -> PipelineModel (NestedReader adds nested uses)
 * </pre>
 */
@NullMarked
package dev.millrace.processor.collect;

import org.jspecify.annotations.NullMarked;
