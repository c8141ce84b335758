/** Tests of what was declared, as data. */
@NullMarked
package dev.millrace.processor.model;

import org.jspecify.annotations.NullMarked;
