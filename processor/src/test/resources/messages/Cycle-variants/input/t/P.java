package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** The variants come before what needs their choice: one directly, one through another node. */
@Pipeline
interface P {
  sealed interface Choice<T> permits One, All {}

  record One<T>(T only) implements Choice<T> {}

  record All<T>(List<T> some) implements Choice<T> {}

  @Node
  static <T> List<T> list(One<T> choice, List<T> list) {
    return list;
  }

  @Node
  static <T> List<T> list(All<T> choice) {
    return choice.some();
  }

  @Node
  static <T> List<T> counted(One<T> choice, int count) {
    return List.of(choice.only());
  }

  @Node
  static <T> List<T> counted(All<T> choice) {
    return choice.some();
  }

  @Node
  static int count(List<String> counted) {
    return counted.size();
  }

  @Node
  static int fixing(Choice<String> choice) {
    return 1;
  }
}
