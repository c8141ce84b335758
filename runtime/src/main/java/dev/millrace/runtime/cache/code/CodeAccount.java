package dev.millrace.runtime.cache.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a code hash is made of.
 *
 * @param digest a SHA-256 as 64 hexadecimal digits
 * @param parts a digest of each method, class, constant and file that was read, by a name for
 *     people. Equal parts do not make equal hashes: how they hang together counts as well
 * @param libraries what was named and not read: the version and a digest of the content, by name;
 *     the platform is {@code JDK}
 * @param open types through which methods were called that other classes may have in other ways.
 *     The hash does not know which objects will be given: give their classes to {@link
 *     CodeHash#ofClass}
 * @param unreadable why the hash stands for less than what will run; with any of them, results must
 *     not be kept
 */
public record CodeAccount(
    String digest,
    SortedMap<String, String> parts,
    SortedMap<String, String> libraries,
    SortedSet<String> open,
    List<String> unreadable) {

  /** An account of its own copies. */
  public CodeAccount {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
    open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
    unreadable = List.copyOf(unreadable);
  }

  /** Returns the digest's 32 bytes, in an array of the caller's. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(digest);
  }

  /** Returns whether all was read or named, so that an equal digest means equal code. */
  public boolean readable() {
    return unreadable.isEmpty();
  }

  /**
   * Returns what is otherwise than it was: parts and then libraries, by name, a sentence each; none
   * if the digests are equal.
   */
  public List<String> changesSince(CodeAccount before) {
    List<String> changes = new ArrayList<>();
    if (digest.equals(before.digest)) {
      return changes;
    }
    TreeSet<String> names = new TreeSet<>(parts.keySet());
    names.addAll(before.parts.keySet());
    for (String each : names) {
      compare(each, before.parts, parts, changes);
    }
    names = new TreeSet<>(libraries.keySet());
    names.addAll(before.libraries.keySet());
    for (String each : names) {
      String was = before.libraries.get(each);
      String is = libraries.get(each);
      if (was != null && is != null && !is.equals(was)) {
        changes.add(each + " is " + brief(is) + ", was " + brief(was));
      } else {
        compare(each, before.libraries, libraries, changes);
      }
    }
    if (changes.isEmpty()) {
      changes.add("the same parts are called from other places");
    }
    return changes;
  }

  private static void compare(
      String name, Map<String, String> before, Map<String, String> now, List<String> changes) {
    if (!before.containsKey(name)) {
      changes.add(name + " is new");
    } else if (!now.containsKey(name)) {
      changes.add(name + " is gone");
    } else if (!now.get(name).equals(before.get(name))) {
      changes.add(name + " changed");
    }
  }

  /** A version, and of the content as much as tells two apart. */
  private static String brief(String library) {
    int content = library.lastIndexOf(' ') + 1;
    return library.length() - content == 64
        ? library.substring(0, content) + "(" + library.substring(content, content + 8) + ")"
        : library;
  }
}
