package dev.millrace.runtime.cache.code;

/** A program with all that a compiler makes of sources in its own way. */
final class Sample {
  static final Program PROGRAM =
      Program.of(
          """
          public final class Flow {
            static final int LIMIT = 10;
            private static int unused = 3;

            /** A node. */
            public static Scored score(Passage passage, Fusion fusion, Mode mode) throws Exception {
              final int floor = 2;
              final String mark = "#";
              int total = 0;
              for (String word : passage.text().split(" ")) {
                if (word.length() > floor && !word.isBlank() || word.startsWith(mark)) {
                  total += Words.weight(word);
                }
              }
              java.util.function.IntUnaryOperator twice = x -> x * 2 + floor;
              switch (mode) {
                case FAST:
                  total += 1;
                  break;
                case EXACT:
                  total += 2;
                  break;
                default:
                  total += 3;
              }
              switch (passage.id()) {
                case "a":
                  total++;
                  break;
                case "b":
                  total--;
                  break;
                default:
              }
              try (java.io.StringReader in = new java.io.StringReader(passage.text())) {
                total += in.read();
              } finally {
                total += 1;
              }
              assert total >= 0 : "negative";
              Runnable nothing = new Runnable() {
                @Override public void run() {
                  Helper.note("ran");
                }
              };
              nothing.run();
              total += helped(twice.applyAsInt(total));
              return new Scored(passage, fusion.fuse(total) + Lexicon.TABLE.length, "s" + total);
            }

            private static int helped(int given) {
              return java.util.stream.IntStream.range(0, given).map(Words::halved).sum();
            }

            public static String other(String text) {
              return text + "other";
            }
          }
          """,
          "public record Passage(String id, String text) {}",
          "public record Scored(Passage passage, double score, String label) {}",
          "public enum Mode { FAST, EXACT, SLOW }",
          """
          public sealed interface Fusion permits Rrf, Linear {
            double fuse(double score);
          }
          """,
          """
          public record Rrf(int k) implements Fusion {
            public double fuse(double score) { return 1 / (k + score); }
          }
          """,
          """
          public record Linear(double weight) implements Fusion {
            public double fuse(double score) { return weight * score; }
          }
          """,
          """
          public final class Words {
            static int weight(String word) {
              return Helper.length(word) * 3;
            }
            static int halved(int given) {
              return given / 2;
            }
          }
          """,
          """
          public final class Helper {
            static int length(String word) {
              return word.length() + 1;
            }
            static void note(String what) {}
            static int unrelated() {
              return 17;
            }
          }
          """,
          """
          public final class Lexicon {
            static final String[] TABLE = {"the", "a"};
          }
          """);

  private Sample() {}
}
