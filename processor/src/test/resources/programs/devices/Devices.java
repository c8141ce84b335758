package devices;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

/** Every node once, in a use, and mapped. */
@Pipeline(Nodes.class)
interface Devices {
  @Nested(value = Nodes.class, output = "plain")
  String plainUse(@As("text") String text);

  @Nested(value = Nodes.class, output = "later")
  String laterUse(@As("text") String text);

  @Nested(value = Nodes.class, output = "plain")
  List<String> plains(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "twin")
  List<String> twins(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "impure")
  List<String> impures(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "isolated")
  List<String> isolateds(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "adapted")
  List<String> adapteds(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "later")
  List<String> laters(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "waited")
  List<String> waiteds(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "tried")
  List<String> trieds(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "two")
  List<String> twos(@Each("text") List<String> texts);
}
