package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.Signature;
import java.nio.file.Path;

/**
 * A blob that is not what was put: its head or its bytes were changed, or cannot be read.
 *
 * @param key the signature under which it was
 * @param file where it is
 * @param pack the number of that pack
 * @param place how many bytes are before it
 * @param isLost whether no other blob of the key is whole
 */
public record Damage(Signature key, Path file, long pack, int place, boolean isLost) {}
