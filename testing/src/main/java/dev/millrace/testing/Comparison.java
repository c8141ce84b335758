package dev.millrace.testing;

import dev.millrace.testing.Form.Items;
import dev.millrace.testing.Form.Keyed;
import dev.millrace.testing.Form.Leaf;
import dev.millrace.testing.Form.Numbers;
import dev.millrace.testing.Tolerance.Cosine;
import dev.millrace.testing.Tolerance.Ulps;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds where two values differ. */
final class Comparison {
  private final Tolerance tolerance;

  Comparison(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** Returns whether two values are the same. */
  boolean same(Form expected, Form actual) {
    return difference(expected, actual) == null;
  }

  /** Returns where two values differ first, in words; null if they are the same. */
  @Nullable String difference(Form expected, Form actual) {
    return difference("", expected, actual);
  }

  private @Nullable String difference(String path, Form expected, Form actual) {
    if (expected instanceof Leaf a && actual instanceof Leaf b) {
      return leaves(path, a, b);
    }
    if (expected instanceof Numbers a && actual instanceof Numbers b) {
      return numbers(path, a, b);
    }
    if (expected instanceof Items a && actual instanceof Items b) {
      return items(path, a, b);
    }
    if (expected instanceof Keyed a && actual instanceof Keyed b) {
      return keyed(path, a, b);
    }
    return said(path, expected.shown(), actual.shown());
  }

  private @Nullable String leaves(String path, Leaf a, Leaf b) {
    if (Objects.equals(a.value(), b.value()) || isNear(a.value(), b.value())) {
      return null;
    }
    String said = said(path, a.shown(), b.shown());
    return comparesByIdentity(a.value(), b.value())
        ? said + " (" + Objects.requireNonNull(a.value()).getClass().getName() + " has no equals)"
        : said;
  }

  private boolean isNear(@Nullable Object a, @Nullable Object b) {
    if (!(tolerance instanceof Ulps allowed)) {
      return false;
    }
    return a instanceof Float x && b instanceof Float y
        ? Ulp.near(x, y, allowed.ulps())
        : a instanceof Double v && b instanceof Double w && Ulp.near(v, w, allowed.ulps());
  }

  private static boolean comparesByIdentity(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null || a.getClass() != b.getClass()) {
      return false;
    }
    try {
      return a.getClass().getMethod("equals", Object.class).getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private @Nullable String numbers(String path, Numbers a, Numbers b) {
    if (!a.type().equals(b.type()) || a.values().length != b.values().length) {
      return said(path, a.shown(), b.shown());
    }
    return tolerance instanceof Cosine cosine
        ? vectors(path, a, b, cosine.min())
        : oneByOne(path, a, b);
  }

  private @Nullable String oneByOne(String path, Numbers a, Numbers b) {
    for (int i = 0; i < a.values().length; i++) {
      double x = a.values()[i];
      double y = b.values()[i];
      if (Double.compare(x, y) != 0 && !isNear(x, y, a.single())) {
        String place = a.width() == a.values().length ? "" : i / a.width() + ", ";
        return said(
            path + "[" + place + i % a.width() + "]", Shown.number(a, i), Shown.number(b, i));
      }
    }
    return null;
  }

  private boolean isNear(double x, double y, boolean single) {
    return tolerance instanceof Ulps allowed
        && (single
            ? Ulp.near((float) x, (float) y, allowed.ulps())
            : Ulp.near(x, y, allowed.ulps()));
  }

  private static @Nullable String vectors(String path, Numbers a, Numbers b, double min) {
    for (int from = 0; from < a.values().length; from += a.width()) {
      double[] x = Arrays.copyOfRange(a.values(), from, from + a.width());
      double[] y = Arrays.copyOfRange(b.values(), from, from + a.width());
      boolean same = Arrays.equals(x, y) || dot(x, x) == 0 && dot(y, y) == 0;
      if (!same) {
        double lengths = Math.sqrt(dot(x, x)) / Math.sqrt(dot(y, y));
        double cosine = dot(x, y) / Math.sqrt(dot(x, x)) / Math.sqrt(dot(y, y));
        // Written so that a NaN is no match.
        if (!(cosine >= min)) {
          return said(path, a.shown(), b.shown()) + " (cosine " + cosine + ")";
        }
        if (!(Math.abs(lengths - 1) <= Math.sqrt(2 * (1 - min)))) {
          return said(path, a.shown(), b.shown()) + " (lengths are as " + lengths + " to 1)";
        }
      }
    }
    return null;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private @Nullable String items(String path, Items a, Items b) {
    if (!a.type().equals(b.type()) || a.parts().size() != b.parts().size()) {
      return said(path, a.shown(), b.shown());
    }
    for (int i = 0; i < a.parts().size(); i++) {
      String found = difference(path + "[" + i + "]", a.parts().get(i), b.parts().get(i));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable String keyed(String path, Keyed a, Keyed b) {
    if (!a.type().equals(b.type()) || !a.parts().keySet().equals(b.parts().keySet())) {
      return said(path, a.shown(), b.shown());
    }
    for (Object key : a.parts().keySet()) {
      String found =
          difference(
              path + "." + key,
              Objects.requireNonNull(a.parts().get(key)),
              Objects.requireNonNull(b.parts().get(key)));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String said(String path, String expected, String actual) {
    return (path.isEmpty() ? "" : "at " + path + ": ") + expected + " and " + actual;
  }
}
