package dev.millrace.runtime.spi;

/** A resource's handle that is in keys by the class it opens and the arguments it opens it with. */
public interface KeyedHandle {

  /**
   * Writes the class and the arguments; nothing is opened.
   *
   * @throws dev.millrace.runtime.NoKeyException if an argument has no key after all
   */
  void encode(KeySink sink);

  /**
   * Returns the class whose code is in keys beside that: this handle's own, or that of the handle
   * to which it leaves the opening, so that who only watches has the key of what he watches.
   */
  default Class<?> opener() {
    return getClass();
  }
}
