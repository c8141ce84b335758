/**
 * The first stage: elements to declarations. Here, and nowhere after it, the compiler's own model
 * is touched.
 *
 * <pre>
 *   TypeElement -> NodeReader -> NodeModel (TwinReader adds the twin)
 *               -> VariantReader, SplitReader -> ChoiceModel, ComponentModel
 *   interface   -> PipelineReader -> PipelineModel (NestedReader adds nested uses)
 *   resource    -> ResourceReader -> ResourceModel
 *   test        -> TwinTestReader -> TwinTestModel
 *
 *   TypeMirror  -> TypeReader -> TypeRef -> Mirrors, where CompilerTypes asks the compiler
 * </pre>
 */
@NullMarked
package dev.millrace.processor.collect;

import org.jspecify.annotations.NullMarked;
