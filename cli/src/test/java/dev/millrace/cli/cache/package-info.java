@NullMarked
package dev.millrace.cli.cache;

import org.jspecify.annotations.NullMarked;
