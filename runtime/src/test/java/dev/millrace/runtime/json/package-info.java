@NullMarked
package dev.millrace.runtime.json;

import org.jspecify.annotations.NullMarked;
