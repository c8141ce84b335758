package dev.millrace.samples.retrieval;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The constants of reciprocal rank fusion that a sweep tries.
 *
 * @param values each 0 or more, none twice, at least one
 */
record RrfValues(List<Integer> values) {
  private static final String NAME = "rrf";

  /** Reads {@code rrf=20,60,100}. */
  static final class Converter implements ITypeConverter<RrfValues> {
    @Override
    public RrfValues convert(String text) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw refused("\"" + text + "\" names nothing to vary");
      }
      String name = text.substring(0, equals).strip();
      if (!name.equals(NAME)) {
        throw refused("\"" + name + "\" cannot be varied, only " + NAME);
      }
      List<Integer> values = new ArrayList<>();
      for (String each : text.substring(equals + 1).split(",", -1)) {
        int value = value(each.strip());
        if (values.contains(value)) {
          throw refused(value + " is there twice");
        }
        values.add(value);
      }
      return new RrfValues(List.copyOf(values));
    }

    private static int value(String text) {
      try {
        int value = Integer.parseInt(text);
        if (value >= 0) {
          return value;
        }
      } catch (NumberFormatException noNumber) {
        throw refused("\"" + text + "\" is no whole number up to " + Integer.MAX_VALUE);
      }
      throw refused("\"" + text + "\" is less than 0");
    }

    private static TypeConversionException refused(String what) {
      return new TypeConversionException(
          what + "; give whole numbers from 0 on, each once, as in " + NAME + "=20,60,100");
    }
  }
}
