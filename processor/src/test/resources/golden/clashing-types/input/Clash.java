package clashing;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;

/** Types of the user's that are called like those of generated code, and like its nested ones. */
@Pipeline
interface Clash {
  @Node
  static Outputs outputs(Inputs ins, Builder builder, Probe probe) {
    return new Outputs("" + ins + builder + probe);
  }

  @Node
  static Column column(Slots slots, List list, MapRegion region, RunListener listener) {
    return new Column("" + slots + list + region + listener);
  }

  @Node
  static NeedsX x(UppersMap uppers, Column column) {
    return new NeedsX("" + uppers + column);
  }

  @Nested(Upper.class)
  java.util.List<Column> columns(@Each("slots") java.util.List<Slots> all);

  final class Upper {
    private Upper() {}

    @Node
    static Column upper(Slots slots, UppersMap uppers) {
      return new Column("" + slots + uppers);
    }
  }
}
