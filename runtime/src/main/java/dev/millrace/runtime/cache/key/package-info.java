/**
 * What values are in keys: bytes, and the digest of them. For {@code spi} alone, through which
 * generated code comes.
 *
 * <pre>
 *   spi: KeySink -> KeyBytes        tags, lengths, numbers; SHA-256 cut to 128 bits
 *                     Tag           what kind of value follows
 *                     Wtf8          text
 *                   Trail           where in a value the sink is, and how deep
 *                   ContentDigests  what is in a file, remembered
 *                   Identities      an object that is nothing but itself
 * </pre>
 *
 * <p>The format is told in docs/decisions/0018-keys.md. Whoever changes a byte of it changes {@code
 * KeyBytes.VERSION}.
 */
@NullMarked
package dev.millrace.runtime.cache.key;

import org.jspecify.annotations.NullMarked;
