/** Tests of results that are folders. */
@NullMarked
package dev.millrace.runtime.cache.folder;

import org.jspecify.annotations.NullMarked;
