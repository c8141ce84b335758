package dev.millrace;

/**
 * What gives its own key for a cache. For an interface whose classes are not known to whoever
 * declares it: extended by this, all of them have a key, and its values can enter a cached node.
 *
 * <pre>{@code
 * public interface Scorer extends CacheKeyed {
 *   double score(String query, String text);
 * }
 *
 * record Bm25(double k1, double b) implements Scorer {
 *   public String cacheKey() { return k1 + "/" + b; }
 *   …
 * }
 * }</pre>
 */
public interface CacheKeyed {
  /**
   * Returns what tells this value from others of its class: equal for those that give the same
   * results, and for no others. The name of the class is part of the key without being in it.
   */
  @CacheKey
  String cacheKey();
}
