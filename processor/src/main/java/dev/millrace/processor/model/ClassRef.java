package dev.millrace.processor.model;

import java.util.List;

/** Names a class or interface: its package and its simple names from the outermost in. */
public record ClassRef(String packageName, List<String> simpleNames) {
  public ClassRef {
    simpleNames = List.copyOf(simpleNames);
  }

  /** Returns the reference to a top-level class. */
  public static ClassRef of(String packageName, String simpleName) {
    return new ClassRef(packageName, List.of(simpleName));
  }

  /** Returns the name as source spells it, {@code a.b.Outer.Inner}. */
  public String canonicalName() {
    String name = String.join(".", simpleNames);
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /** Returns the name as class files spell it, {@code a.b.Outer$Inner}. */
  public String binaryName() {
    String name = String.join("$", simpleNames);
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /** Returns the name without package, {@code Outer.Inner}. */
  public String nestedName() {
    return String.join(".", simpleNames);
  }

  /** Returns the innermost name. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** Returns a top-level class of the same package: {@code Outer_Inner} and the suffix. */
  public ClassRef companion(String suffix) {
    return of(packageName, String.join("_", simpleNames) + suffix);
  }
}
