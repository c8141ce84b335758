package dev.millrace.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * Refuses the numbers that Jackson lets through though their type cannot hold them: bytes from 128
 * to 255, which come out negative, and fractions beyond the range, which come out infinite.
 */
final class InRange extends JsonParserDelegate {
  private final boolean isJson;

  /**
   * @param isJson whether a number that is infinite here was too large for who read the text, for
   *     JSON has no infinite one; else it is what was given
   */
  InRange(JsonParser numbers, boolean isJson) {
    super(numbers);
    this.isJson = isJson;
  }

  @Override
  public byte getByteValue() throws IOException {
    int number = getIntValue();
    if (number != (byte) number) {
      throw beyond(byte.class);
    }
    return (byte) number;
  }

  @Override
  public float getFloatValue() throws IOException {
    float number = super.getFloatValue();
    if (Float.isInfinite(number) && (isJson || !isNaN())) {
      throw beyond(float.class);
    }
    return number;
  }

  @Override
  public double getDoubleValue() throws IOException {
    double number = super.getDoubleValue();
    if (Double.isInfinite(number) && (isJson || !isNaN())) {
      throw beyond(double.class);
    }
    return number;
  }

  private InputCoercionException beyond(Class<?> type) throws IOException {
    return new InputCoercionException(
        this, getText() + " is beyond the range of " + type, currentToken(), type);
  }
}
