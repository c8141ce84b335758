package dev.millrace.runtime.spi;

import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.claim.Claims;
import dev.millrace.runtime.cache.vault.Vault;
import dev.millrace.runtime.spi.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cache as one run sees it. */
abstract sealed class Shelf permits Shelf.OfRun, Shelf.Window {
  private final Vault vault;
  private final Object run;

  private Shelf(Vault vault, Object run) {
    this.vault = vault;
    this.run = run;
  }

  /** Returns which run it is: what was computed in it has not been in other hands. */
  Object run() {
    return run;
  }

  Vault vault() {
    return vault;
  }

  /** Looks for values of a step, as {@link Vault#get} does. */
  abstract void get(
      Scope scope,
      int place,
      List<Signature> keys,
      Codec<@Nullable Object> codec,
      Vault.Found<@Nullable Object> found);

  /** Returns whether what is found is to be used, and not only looked for. */
  abstract boolean takesValues();

  /** Notes that values were computed which the cache might have had. */
  abstract void missed(String node, long count);

  /** Stores values of a step that were computed. */
  void put(
      Scope scope,
      int place,
      List<Signature> keys,
      List<@Nullable Object> values,
      Codec<@Nullable Object> codec,
      long nanosEach,
      List<Part> parts) {
    String node = scope.node(place);
    if (!scope.isUse(place)) {
      vault.put(keys, values, codec, node, nanosEach, index -> parts);
      return;
    }
    // Who computes a use has no claim on it, so that he can wait for others at what is inside:
    // somebody may have come before him.
    List<Signature> absent = new ArrayList<>();
    List<@Nullable Object> ofAbsent = new ArrayList<>();
    try (Claims.Own own = claims().begin()) {
      for (int i = 0; i < keys.size(); i++) {
        if (own.take(keys.get(i)) && !vault.contains(keys.get(i))) {
          absent.add(keys.get(i));
          ofAbsent.add(values.get(i));
        }
      }
      if (!absent.isEmpty()) {
        vault.put(absent, ofAbsent, codec, node, nanosEach, index -> parts);
      }
    }
  }

  /** Returns whether what is put is stored. */
  boolean stores() {
    return vault.stores();
  }

  boolean storesAll() {
    return vault.storesAll();
  }

  long storeNanos() {
    return vault.storeNanos();
  }

  Claims claims() {
    return vault.claims();
  }

  /** Takes values from the cache; who watches the run is told. */
  static final class OfRun extends Shelf {
    private final @Nullable Account account;

    /**
     * @param account of the run, if anybody watches it; or null
     * @param run the run, or the call that makes many
     */
    OfRun(Vault vault, @Nullable Account account, Object run) {
      super(vault, run);
      this.account = account;
    }

    @Override
    void get(
        Scope scope,
        int place,
        List<Signature> keys,
        Codec<@Nullable Object> codec,
        Vault.Found<@Nullable Object> found) {
      int hits = vault().get(keys, codec, found);
      if (hits > 0 && account != null) {
        account.recalled(scope.path(place), hits, 0);
      }
    }

    @Override
    boolean takesValues() {
      return true;
    }

    @Override
    void missed(String node, long count) {
      if (account != null) {
        account.recalled(node, 0, count);
      }
    }
  }

  /** Looks whether values are there, and no more: only those are read that are in keys. */
  static final class Window extends Shelf {
    Window(Vault vault) {
      super(vault, vault);
    }

    @Override
    void get(
        Scope scope,
        int place,
        List<Signature> keys,
        Codec<@Nullable Object> codec,
        Vault.Found<@Nullable Object> found) {
      if (scope.inKeys().get(place)) {
        vault().get(keys, codec, found);
        return;
      }
      for (int i = 0; i < keys.size(); i++) {
        if (vault().contains(keys.get(i))) {
          found.at(i, null);
        }
      }
    }

    @Override
    boolean takesValues() {
      return false;
    }

    @Override
    void missed(String node, long count) {}
  }
}
