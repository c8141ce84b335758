package dev.millrace.runtime.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.core.Jvm;

/** Says which JVM flags Chronicle Bytes still wants, without starting it. */
final class ChronicleFlags {
  /**
   * Without the first Chronicle cannot see the address of a direct buffer and fails; without the
   * second it says so on the console.
   */
  private static final List<String> PACKAGES = List.of("sun.nio.ch", "jdk.internal.ref");

  private ChronicleFlags() {}

  /** Returns Chronicle's module, if Chronicle Bytes can be loaded. */
  static Optional<Module> chronicle() {
    try {
      // Class literals load classes and start nothing: the first use would take a quarter second.
      return Bytes.class.getName().isEmpty()
          ? Optional.empty()
          : Optional.of(Jvm.class.getModule());
    } catch (NoClassDefFoundError absent) {
      return Optional.empty();
    }
  }

  /** Returns the flags that are to be given so that this module sees what it must, in order. */
  static List<String> missing(Module chronicle) {
    List<String> missing = new ArrayList<>();
    Module base = Object.class.getModule();
    for (String name : PACKAGES) {
      if (!base.isExported(name, chronicle)) {
        String to = chronicle.isNamed() ? chronicle.getName() : "ALL-UNNAMED";
        missing.add("--add-exports java.base/" + name + "=" + to);
      }
    }
    return List.copyOf(missing);
  }
}
