/** Tests of what keys are made of. */
@NullMarked
package dev.millrace.runtime.cache.key;

import org.jspecify.annotations.NullMarked;
