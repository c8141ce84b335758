package scoring;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline(Scorer.class)
interface Scoring {
  @Nested(Scorer.class)
  List<Double> scores(@Each("text") List<String> texts);
}
