package scoring;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

/** Its receiver is the input "scorer". */
final class Scorer {
  private final double weight;

  Scorer(double weight) {
    this.weight = weight;
  }

  public double weight() {
    return weight;
  }

  @Node
  double score(String text) {
    return text.length() * weight;
  }

  @Batch
  List<Double> score(List<String> texts) {
    return texts.stream().map(text -> text.length() * weight).toList();
  }
}
