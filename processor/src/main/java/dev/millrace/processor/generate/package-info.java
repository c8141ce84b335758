/**
 * The last stage: a plan to source, one emitter a concern.
 *
 * <pre>
 *   Generator
 *     PipelineEmitter   the class, its builder and an output's method each
 *       InputsEmitter   inputs and intermediates, with withers
 *       StagesEmitter   the staged builder: a missing required input does not compile
 *       OutputsEmitter  what run returns
 *       BodyEmitter     the straight line
 *       RegionEmitter   a class for each nested use, a kernel for each node in it
 *     IndexEmitter      the companion that keeps parameters' names
 *     ResourceEmitter   the handle of a resource
 * </pre>
 */
@NullMarked
package dev.millrace.processor.generate;

import org.jspecify.annotations.NullMarked;
