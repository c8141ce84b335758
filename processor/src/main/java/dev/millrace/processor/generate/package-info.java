/**
 * The last stage: a plan to source, one emitter a concern. {@link
 * dev.millrace.processor.generate.Generator} is what the processor calls; it gives text, and writes
 * no file. Runtime types are named here, in {@code Types}, and never loaded.
 *
 * <pre>
 *   Generator
 *     PipelineEmitter        the class, and a method for each output
 *       StagesEmitter        the staged builder: a missing required input does not compile
 *       InputsEmitter        inputs and intermediates, with withers
 *       OverEmitter          the same for many items: fixed, or varying
 *       OutputsEmitter       what run returns
 *       BuilderEmitter       what a pipeline is opened with
 *       DescribeEmitter      describe and plan
 *       BodyEmitter          the straight line; FrameEmitter, where it is cut into segments
 *         BodyStatements     its steps, and when they are needed
 *       SweepEmitter         the same line for many items
 *       RegionEmitter        a class for each nested use
 *         ChunkEmitter       one that is mapped: a chunk through its columns
 *         KernelEmitter      a loop over the rows for each node in it
 *         TwinKernelEmitter  or one call of its twin
 *       AdapterEmitter       nodes that are tried again, or given a time
 *     KeysEmitter            the companion that takes values into keys
 *     CodecsEmitter          the companion that stores results
 *     IndexEmitter           the companion that keeps parameters' names
 *     ResourceEmitter        the handle of a resource
 *     TwinTestEmitter        the test of twins, with samples by SampleEmitter
 * </pre>
 *
 * <p>How a value is computed is the same in the straight line, in a nested use and where an item is
 * reproduced. It is written once:
 *
 * <pre>
 *   BodyStatements, StepEmitter -> ValueEmitter -> AdapterEmitter -> Calls
 *   where values lie               a step          a node            a method, its arguments
 * </pre>
 */
@NullMarked
package dev.millrace.processor.generate;

import org.jspecify.annotations.NullMarked;
