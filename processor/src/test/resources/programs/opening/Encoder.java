package opening;

import dev.millrace.Stateful;

@Stateful
interface Encoder {
  String encode(String text);
}
