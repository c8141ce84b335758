/**
 * What the ring suite needs of the streamed executor, which is exported to nobody: on the class
 * path a package may have parts in several places.
 */
@NullMarked
package dev.millrace.runtime.exec;

import org.jspecify.annotations.NullMarked;
