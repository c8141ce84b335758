package dev.millrace.runtime;

/** Says that what is said of how many calls a device takes is no limit, or not the only one. */
public final class DeviceLimitException extends MillraceException {
  private static final long serialVersionUID = 1L;

  private DeviceLimitException(String message) {
    super(message);
  }

  /** Returns the exception for a device that is to take so many calls, which are too few. */
  public static DeviceLimitException tooFew(String device, int calls) {
    return new DeviceLimitException(
        "\""
            + device
            + "\" is to take "
            + calls
            + " calls at once; let it take at least 1, or leave the limit out");
  }

  /** Returns the exception for a limit of a device that has no name. */
  public static DeviceLimitException unnamed() {
    return new DeviceLimitException(
        "a limit is for a device that has no name; name it as what occupies it does, \"cuda:0\"");
  }

  /** Returns the exception for a second limit of one device. */
  public static DeviceLimitException twice(String device) {
    return new DeviceLimitException(
        "\"" + device + "\" has a limit already; give the builder one for each device");
  }
}
