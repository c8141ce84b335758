/**
 * The compilers under test, behind one face.
 *
 * <pre>
 *   Build (sources, class path, options) -> CompilerUnderTest -> Built (reports, sources, classes)
 * </pre>
 *
 * <p>The tests of the packages above call it; nothing else does.
 */
@NullMarked
package dev.millrace.processor.testing;

import org.jspecify.annotations.NullMarked;
