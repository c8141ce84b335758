/**
 * What users test their pipelines with, under any test framework: whatever fails is an {@link
 * AssertionError}.
 *
 * <pre>
 *   sources -> MillraceCompiler -> Compilation -> Findings, GeneratedSource
 *   pipeline -> Executions                        which nodes ran, and for how many items
 *   pipeline &lt;- FakeEncoder, Failing             what stands in for models, and for bad luck
 *   node and twin, Samples -> TwinCheck -> TwinMismatchError
 * </pre>
 */
@NullMarked
package dev.millrace.testing;

import org.jspecify.annotations.NullMarked;
