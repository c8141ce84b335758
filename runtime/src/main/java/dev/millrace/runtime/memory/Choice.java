package dev.millrace.runtime.memory;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who gives the memory, and why: Chronicle Bytes where it is on the class path and has its flags,
 * else the JDK. The property {@value #PROPERTY} says which one it has to be.
 */
public final class Choice {
  /** {@code direct} or {@code chronicle}; unset for whichever there is. */
  public static final String PROPERTY = "millrace.memory";

  private static final Choice CURRENT = of(System.getProperty(PROPERTY), Lack::ofChronicle);

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
   * @param lack why it cannot be Chronicle, empty where it can; not asked where it need not be
   */
  static Choice of(@Nullable String wanted, Supplier<String> lack) {
    String asked = "-D" + PROPERTY + "=" + wanted;
    if (wanted == null) {
      String why = lack.get();
      return why.isEmpty()
          ? new Choice(new ChronicleAllocator(), "Chronicle Bytes has its flags")
          : new Choice(new DirectAllocator(), why);
    }
    if (wanted.equals("direct")) {
      return new Choice(new DirectAllocator(), asked);
    }
    if (wanted.equals("chronicle")) {
      String why = lack.get();
      return why.isEmpty()
          ? new Choice(new ChronicleAllocator(), asked)
          : new Choice(null, asked + " cannot be: " + why + "; add it, or take " + asked + " away");
    }
    return new Choice(null, asked + " is not known; it is direct or chronicle");
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
