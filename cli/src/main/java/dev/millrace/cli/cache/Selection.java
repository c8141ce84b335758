package dev.millrace.cli.cache;

import dev.millrace.cli.RefusedException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds the result that a signature, or the beginning of one, stands for. */
final class Selection {
  private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{1,32}");
  private static final int MOST_CANDIDATES = 8;

  private final Results results;

  Selection(Results results) {
    this.results = results;
  }

  /** Returns whether a text could be the beginning of a signature. */
  static boolean isSignature(String text) {
    return DIGITS.matcher(text).matches();
  }

  /** Returns the one result whose signature begins so, or refuses. */
  Result one(String text) {
    if (!isSignature(text)) {
      throw new RefusedException(
          "\"" + text + "\" is no signature; give its first hexadecimal digits, up to 32");
    }
    String prefix = text.toLowerCase(Locale.ROOT);
    List<Result> found =
        results.all().stream().filter(each -> each.key().toString().startsWith(prefix)).toList();
    if (found.isEmpty()) {
      throw new RefusedException(
          "no signature in "
              + results.folder().path()
              + " begins with \""
              + text
              + "\""
              + nearest(prefix)
              + "; millrace cache ls lists them");
    }
    if (found.size() > 1) {
      throw new RefusedException(
          "\""
              + text
              + "\" is the beginning of "
              + found.size()
              + " signatures: "
              + candidates(found)
              + "; give more digits");
    }
    return found.get(0);
  }

  private String candidates(List<Result> found) {
    Prefixes prefixes = Prefixes.of(results.all());
    List<String> shown =
        found.stream()
            .sorted(Comparator.comparing(Result::key))
            .limit(MOST_CANDIDATES)
            .map(each -> text(each, prefixes))
            .toList();
    int more = found.size() - shown.size();
    return String.join(", ", shown) + (more == 0 ? "" : " and " + more + " more");
  }

  private static String text(Result result, Prefixes prefixes) {
    String node = result.node();
    return prefixes.text(result.key()) + (node == null ? "" : " (" + node + ")");
  }

  /** What has most digits in common, if it has any: a digit may be mistyped. */
  private String nearest(String prefix) {
    int most = results.all().stream().mapToInt(each -> common(each, prefix)).max().orElse(0);
    if (most == 0) {
      return "";
    }
    List<Result> near =
        results.all().stream().filter(each -> common(each, prefix) == most).toList();
    return ", the nearest are " + candidates(near);
  }

  private static int common(Result result, String prefix) {
    String key = result.key().toString();
    int common = 0;
    while (common < prefix.length() && key.charAt(common) == prefix.charAt(common)) {
      common++;
    }
    return common;
  }
}
