package dev.millrace.runtime.spi;

import dev.millrace.runtime.RunListener;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A mapped use as the compiler writes them: {@code length} of a text, {@code scaled} from it, which
 * has a twin, and {@code label} from both the text and that.
 */
final class LengthsMap extends MapRegion<String> {

  /** The nodes: what a user would write, and each test in its own way. */
  interface Nodes {
    default @Nullable Integer length(String text) throws Exception {
      return text.length();
    }

    default @Nullable Integer scaled(int length, int scale) throws Exception {
      return length * scale;
    }

    default @Nullable List<Integer> scaled(List<Integer> lengths, int scale) throws Exception {
      return lengths.stream().map(each -> each * scale).toList();
    }

    default @Nullable String label(String text, int scaled) throws Exception {
      return text + "/" + scaled;
    }

    default int scale() throws Exception {
      return 10;
    }
  }

  static final Nodes SOUND = new Nodes() {};

  private final Object[] text;
  private final Nodes nodes;
  private int scale;

  LengthsMap(Probe probe, String path, List<String> text, Nodes nodes) {
    super(probe, path);
    this.text = items("text", text);
    this.nodes = nodes;
  }

  /** Returns as many texts: the first is "0". */
  static List<String> texts(int size) {
    return IntStream.range(0, size).mapToObj(Integer::toString).toList();
  }

  /** Returns the messages of what an exception suppressed. */
  static List<String> notes(Throwable failure) {
    return Arrays.stream(failure.getSuppressed()).map(Throwable::getMessage).toList();
  }

  static List<String> map(List<String> texts, Nodes nodes) {
    return map(texts, nodes, null);
  }

  static List<String> map(List<String> texts, Nodes nodes, @Nullable RunListener listener) {
    return new LengthsMap(Probe.start("Lengths", listener), "labels", texts, nodes).map();
  }

  @Override
  protected void prepare() throws Exception {
    long since = begin("scale");
    this.scale = nodes.scale();
    end("scale", 1, since);
  }

  @Override
  protected void chunk(int from, int rows, Column<String> results) throws Exception {
    int sound = rows;
    Column<String> text = column("text", this.text);
    Column<Integer> length = Column.of("length", from, sound);
    sound = length(length, text, sound);
    Column<Integer> scaled = Column.of("scaled", from, sound);
    sound = scaled(scaled, length, sound);
    Column<String> label = Column.of("label", from, sound);
    sound = label(label, text, scaled, sound);
    for (int row = 0; row < sound; row++) {
      results.set(row, label.get(row));
    }
  }

  private int length(Column<Integer> length, Column<String> text, int rows) {
    long since = now();
    int row = 0;
    try {
      for (; row < rows; row++) {
        length.set(row, nodes.length(text.get(row)));
      }
    } catch (Exception failure) {
      return fail("length", row, failure);
    }
    end("length", rows, since);
    return rows;
  }

  private int scaled(Column<Integer> scaled, Column<Integer> length, int rows) throws Exception {
    long since = now();
    try {
      int sound =
          take(
              "scaled", scaled, nodes.scaled(Column.<Integer>list(length, rows), this.scale), rows);
      end("scaled", rows, since);
      return sound;
    } catch (Exception failure) {
      isolate("scaled", failure);
      return scaledOneByOne(scaled, length, rows);
    }
  }

  private int scaledOneByOne(Column<Integer> scaled, Column<Integer> length, int rows) {
    long since = now();
    int row = 0;
    try {
      for (; row < rows; row++) {
        scaled.set(row, nodes.scaled((int) length.get(row), this.scale));
      }
    } catch (Exception failure) {
      return fail("scaled", row, failure);
    }
    end("scaled", rows, since);
    return rows;
  }

  private int label(Column<String> label, Column<String> text, Column<Integer> scaled, int rows) {
    long since = now();
    int row = 0;
    try {
      for (; row < rows; row++) {
        label.set(row, nodes.label(text.get(row), (int) scaled.get(row)));
      }
    } catch (Exception failure) {
      return fail("label", row, failure);
    }
    end("label", rows, since);
    return rows;
  }
}
