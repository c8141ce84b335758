package dev.millrace.runtime.memory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who gives the memory, and why: Chronicle Bytes where it is on the class path and has its flags,
 * else the JDK. The property {@value #PROPERTY} says which one it has to be.
 */
public final class Choice {
  /** {@code direct} or {@code chronicle}; unset for whichever there is. */
  public static final String PROPERTY = "millrace.memory";

  private static final Choice CURRENT =
      of(System.getProperty(PROPERTY), ChronicleFlags.chronicle().map(ChronicleFlags::missing));

  private final @Nullable Allocator allocator;
  private final String why;

  private Choice(@Nullable Allocator allocator, String why) {
    this.allocator = allocator;
    this.why = why;
  }

  /** Returns the choice of this JVM, which is made once. */
  public static Choice current() {
    return CURRENT;
  }

  /**
   * Chooses.
   *
   * @param wanted what the property says
   * @param missing the flags that Chronicle lacks, if it is there at all
   */
  static Choice of(@Nullable String wanted, Optional<List<String>> missing) {
    String lack =
        missing
            .map(flags -> flags.isEmpty() ? "" : "Chronicle Bytes lacks " + String.join(" ", flags))
            .orElse("there is no net.openhft:chronicle-bytes on the class path");
    if (wanted == null) {
      return lack.isEmpty()
          ? new Choice(new ChronicleAllocator(), "Chronicle Bytes has its flags")
          : new Choice(new DirectAllocator(), lack);
    }
    String asked = "-D" + PROPERTY + "=" + wanted;
    return switch (wanted) {
      case "direct" -> new Choice(new DirectAllocator(), asked);
      case "chronicle" ->
          lack.isEmpty()
              ? new Choice(new ChronicleAllocator(), asked)
              : new Choice(
                  null, asked + " cannot be: " + lack + "; add it, or take " + asked + " away");
      default -> new Choice(null, asked + " is not known; it is direct or chronicle");
    };
  }

  /**
   * Returns who gives the memory.
   *
   * @throws IllegalStateException if the property asks for what cannot be; it says what is missing
   */
  public Allocator allocator() {
    if (allocator == null) {
      throw new IllegalStateException(why);
    }
    return allocator;
  }

  /** Returns the allocator's name and why it is this one, as a person reads it. */
  @Override
  public String toString() {
    return allocator == null ? why : allocator.name() + ": " + why;
  }
}
