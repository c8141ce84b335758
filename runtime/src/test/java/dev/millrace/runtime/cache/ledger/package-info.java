@NullMarked
package dev.millrace.runtime.cache.ledger;

import org.jspecify.annotations.NullMarked;
