package dev.millrace.runtime.spi.codec;

/** Whether a codec's values can be changed, once somebody asked; whoever asks finds the same. */
final class Immutability {
  private static final byte YES = 1;
  private static final byte NO = 2;

  private byte known;

  boolean of(Codec<?> codec) {
    if (known == 0) {
      known = Form.isImmutable(codec) ? YES : NO;
    }
    return known == YES;
  }
}
