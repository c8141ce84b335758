package dev.millrace.runtime.cache.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.spi.codec.Codecs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaultTest {
  private static final Signature ONE = new Signature(1, 1);
  private static final Signature TWO = new Signature(2, 2);
  private static final Signature THREE = new Signature(3, 3);

  @TempDir Path folder;

  private static void put(Vault vault, Signature key, @Nullable String value) {
    vault.put(List.of(key), Arrays.asList(value), Codecs.STRING, "node", 1, i -> List.of());
  }

  private static List<String> get(Vault vault, Signature... keys) {
    List<String> found = new ArrayList<>();
    vault.get(List.of(keys), Codecs.STRING, (i, value) -> found.add(i + " " + value));
    return found;
  }

  @Test
  void whatWasPutIsFoundInTheFolderLaterAndNullIsAValue() {
    Cache cache = Cache.at(folder.resolve("cache"));
    try (Vault vault = Vault.open(cache)) {
      assertEquals(List.of(), get(vault, ONE, TWO, THREE));
      put(vault, ONE, "one");
      put(vault, THREE, null);
      assertEquals(List.of("0 one", "2 null"), get(vault, ONE, TWO, THREE));
      assertTrue(vault.contains(THREE));
    }
    try (Vault vault = Vault.open(cache)) {
      assertEquals(List.of("0 one", "2 null"), get(vault, ONE, TWO, THREE));
    }
  }
}
