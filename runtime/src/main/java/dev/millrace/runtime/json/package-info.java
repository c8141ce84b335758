/**
 * Embeddings as JSON, and records made of maps and JSON trees, for who has {@code
 * com.fasterxml.jackson.core:jackson-databind} on the class path. Nothing else in Millrace's
 * runtime needs it.
 */
@NullMarked
package dev.millrace.runtime.json;

import org.jspecify.annotations.NullMarked;
