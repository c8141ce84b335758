package renames;

import dev.millrace.In;
import dev.millrace.Input;
import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline
interface Renamed {
  @Node("first")
  static String make(@In("source") String text) {
    return text;
  }

  @Node("second")
  static String make(@In("first") String text, @In("source") Object other, @Input int seconds) {
    return text + other + seconds;
  }
}
