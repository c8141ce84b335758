package caching;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@Pipeline(Seed.Nodes.class)
interface Seed {
  AtomicInteger FOO = new AtomicInteger();
  AtomicInteger BAR = new AtomicInteger();
  AtomicInteger LENGTH = new AtomicInteger();
  AtomicInteger SQUARE = new AtomicInteger();

  record Word(String text) {}

  @Nested(Words.class)
  List<Integer> squares(@Each("word") List<Word> words);

  final class Nodes {
    @Node
    static String foo(int a, int b) {
      FOO.incrementAndGet();
      return a + "+" + b;
    }

    @Node
    static String bar(String foo, int c) {
      BAR.incrementAndGet();
      return foo + "*" + c;
    }

    @Node
    static int total(List<Integer> squares, int c) {
      return squares.stream().mapToInt(each -> each).sum() * c;
    }
  }

  final class Words {
    @Node
    static int length(Word word) {
      LENGTH.incrementAndGet();
      return word.text().length();
    }

    @Node
    static int square(int length, int power) {
      SQUARE.incrementAndGet();
      return (int) Math.pow(length, power);
    }
  }
}
