/** What generated code calls. It is public for that alone: no user names it. */
@NullMarked
package dev.millrace.runtime.spi;

import org.jspecify.annotations.NullMarked;
