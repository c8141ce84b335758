package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.io.Serializable;
import java.util.List;

@Pipeline
interface P {
  interface Doc {}

  @Node
  static List<Doc> docs(String text) {
    return List.of();
  }

  @Node
  static <T extends Comparable<? super T>> T greatest(List<T> docs) {
    return docs.get(0);
  }

  @Node
  static <T extends CharSequence & Serializable> T anyOf(List<? extends T> docs) {
    return docs.get(0);
  }

  @Node
  static <N, T extends List<N>> N ofList(T docs, List<? super N> texts) {
    return docs.get(0);
  }

  @Node
  static int count(List<String> texts) {
    return texts.size();
  }
}
