/**
 * Random pipelines against a naive interpreter.
 *
 * <pre>
 *   Dice -> Spec (graph as data) -> Spelling -> source -> compiler -> values
 *                                -> Interpreter        ->           values, the same
 *   a source and a Fault in it     -> compiler -> its code on its line, or values, the same
 *
 *   QuestionDice -> Question -> the pipeline         -> answer
 *                            -> the same with a cache -> answer, the same
 * </pre>
 */
@NullMarked
package dev.millrace.processor.property;

import org.jspecify.annotations.NullMarked;
