@NullMarked
package dev.millrace.runtime.memory;

import org.jspecify.annotations.NullMarked;
