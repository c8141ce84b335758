/**
 * Random pipelines against a naive interpreter.
 *
 * <pre>
 *   Dice -> Spec (graph as data) -> Spelling -> source -> compiler -> values
 *                                -> Interpreter        ->           values, the same
 * </pre>
 */
@NullMarked
package dev.millrace.processor.property;

import org.jspecify.annotations.NullMarked;
