package t;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Node;
import dev.millrace.runtime.Weigher;
import java.util.List;

final class Nodes {
  interface Open extends Weigher<String> {}

  abstract static class Half implements Weigher<String> {}

  static final class Generic<T> implements Weigher<T> {
    @Override
    public long weigh(T item) {
      return 1;
    }
  }

  final class Inner implements Weigher<String> {
    @Override
    public long weigh(String text) {
      return 1;
    }
  }

  private static final class Hidden implements Weigher<String> {
    @Override
    public long weigh(String text) {
      return 1;
    }
  }

  static final class Given implements Weigher<String> {
    private final int weight;

    Given(int weight) {
      this.weight = weight;
    }

    @Override
    public long weigh(String text) {
      return weight;
    }
  }

  static final class Numbers implements Weigher<Integer> {
    @Override
    public long weigh(Integer number) {
      return number;
    }
  }

  static final class Anything implements Weigher<Object> {
    @Override
    public long weigh(Object anything) {
      return 1;
    }
  }

  @Node
  static int count0(String text) {
    return text.length();
  }

  @Batch(maxWeight = 9, weigher = Open.class)
  static List<Integer> count0(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int count1(String text) {
    return text.length();
  }

  @Batch(maxWeight = 9, weigher = Half.class)
  static List<Integer> count1(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int count2(String text) {
    return text.length();
  }

  @Batch(maxWeight = 9, weigher = Generic.class)
  static List<Integer> count2(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int count3(String text) {
    return text.length();
  }

  @Batch(maxWeight = 9, weigher = Inner.class)
  static List<Integer> count3(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int count4(String text) {
    return text.length();
  }

  @Batch(maxWeight = 9, weigher = Hidden.class)
  static List<Integer> count4(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int count5(String text) {
    return text.length();
  }

  @Batch(maxWeight = 9, weigher = Given.class)
  static List<Integer> count5(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int count6(String text) {
    return text.length();
  }

  @Batch(maxWeight = 9, weigher = Numbers.class)
  static List<Integer> count6(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int count7(String text) {
    return text.length();
  }

  @Batch(maxWeight = 9, weigher = String.class)
  static List<Integer> count7(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int count8(String text) {
    return text.length();
  }

  @Batch(maxWeight = 9, weigher = int.class)
  static List<Integer> count8(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int count9(String text) {
    return text.length();
  }

  @Batch(weigher = Anything.class)
  static List<Integer> count9(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Batch(maxWeight = 9, weigher = Numbers.class)
  static List<Integer> alone(@Each("text") List<String> texts) {
    return texts.stream().map(String::length).toList();
  }
}
