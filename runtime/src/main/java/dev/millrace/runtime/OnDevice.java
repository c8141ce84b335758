package dev.millrace.runtime;

/**
 * A resource that knows which device it occupies only once it is open, by its options for example.
 * One that always occupies the same says so by {@code device} of {@code @Stateful}; what an object
 * says of itself goes before that.
 */
public interface OnDevice {

  /**
   * Returns the device, as {@link DevicePermits} name it: {@code cuda:0}; an empty text for none.
   * It is asked before each call, and always gives the same.
   */
  String device();
}
