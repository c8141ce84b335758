package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline
interface P {
  @Node
  static String greeting(String name, String eachName) {
    return eachName + name;
  }

  @Node
  static String eachGreeting(String greeting) {
    return greeting;
  }
}
