import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline
interface Alone {
  record Item(String text) {}

  @Nested(Items.class)
  List<Item> made(@Each("text") List<String> texts);

  final class Items {
    private Items() {}

    @Node
    static Item item(String text) {
      return new Item(text);
    }
  }
}
