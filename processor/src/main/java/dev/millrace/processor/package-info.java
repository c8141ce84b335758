/**
 * The annotation processor. {@link dev.millrace.processor.MillraceProcessor} is the compiler's: it
 * finds what is annotated in a round, takes it through the stages, and puts off what names a type
 * that is not there yet. Data flows one way, a package a stage:
 *
 * <pre>
 *   elements -> collect -> resolve -> validate -> plan -> generate -> SourceWriter
 *                model      Graph      |           |
 *                                      |           +----> picture -> SourceWriter
 *                                      +-> report -> ProblemPrinter
 * </pre>
 *
 * <p>{@code model} is what the stages hand on, {@code report} what any of them finds wrong, {@code
 * options} what the build asks for. A stage knows itself and those before it; only {@code collect}
 * knows the compiler's own model.
 */
@NullMarked
package dev.millrace.processor;

import org.jspecify.annotations.NullMarked;
