package dev.millrace.runtime.memory;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.core.Jvm;

/** Says what Chronicle Bytes still wants: itself, one of its JVM flags, one of its libraries. */
final class Lack {
  /**
   * Without the first Chronicle cannot see the address of a direct buffer and fails; without the
   * second it says so on the console.
   */
  private static final List<String> PACKAGES = List.of("sun.nio.ch", "jdk.internal.ref");

  private Lack() {}

  /** Returns why Chronicle Bytes cannot be had here, in words; empty where it can. It is tried. */
  static String ofChronicle() {
    Optional<Module> chronicle = chronicle();
    if (chronicle.isEmpty()) {
      return "there is no net.openhft:chronicle-bytes on the class path";
    }
    List<String> missing = missing(chronicle.get());
    return missing.isEmpty() ? start() : "Chronicle Bytes lacks " + String.join(" ", missing);
  }

  private static String start() {
    try {
      new ChronicleAllocator().allocate(1);
      return "";
    } catch (LinkageError e) {
      // Who has given its flags wants it: he hears of it without asking.
      String why = "Chronicle Bytes does not start: " + e;
      System.getLogger("dev.millrace.runtime").log(Level.WARNING, why, e);
      return why;
    }
  }

  /** Returns Chronicle's module, if Chronicle Bytes can be loaded. */
  static Optional<Module> chronicle() {
    try {
      // Class literals load classes and start nothing: a start takes a quarter of a second.
      Class<?>[] needed = {Bytes.class, Jvm.class};
      return Optional.of(needed[1].getModule());
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
