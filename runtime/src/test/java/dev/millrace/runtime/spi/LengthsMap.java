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
final class LengthsMap extends MapRegion<List<String>> {

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

    /** How much the lengths that the twin is given weigh at most; 0 where it takes any. */
    default long maxWeight() {
      return 0;
    }

    default long weigh(int length) {
      return 1;
    }
  }

  static final Nodes SOUND = new Nodes() {};

  private final Items<String> text;
  private final Nodes nodes;
  private int scale;

  LengthsMap(Probe probe, String path, List<String> text, Nodes nodes) {
    super(probe, path, Mode.ZIP, 1);
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
    return new LengthsMap(
            new Execution("Lengths", Setup.DEFAULT.listener(listener)).start(Memo.NONE),
            "labels",
            texts,
            nodes)
        .map();
  }

  @Override
  protected void prepare() throws Exception {
    long since = begin("scale");
    this.scale = nodes.scale();
    end("scale", 1, since);
  }

  @Override
  protected void chunk(Rows rows) throws Exception {
    Column<String> text = column(this.text, rows);
    Column<Integer> length = Column.of("length", rows);
    length(length, text, rows);
    Column<Integer> scaled = Column.of("scaled", rows);
    scaled(scaled, length, rows);
    Column<String> label = Column.of("label", rows);
    label(label, text, scaled, rows);
    keep(0, label, rows);
  }

  private void length(Column<Integer> length, Column<String> text, Rows rows) {
    long since = now();
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      try {
        length.set(row, nodes.length(text.get(row)));
      } catch (Exception failure) {
        fail("length", rows, row, failure);
      }
    }
    end("length", rows, since);
  }

  private void scaled(Column<Integer> scaled, Column<Integer> length, Rows rows) throws Exception {
    if (nodes.maxWeight() == 0) {
      scaledBatch(scaled, length, rows);
      return;
    }
    for (Rows some :
        Batches.of(
            rows,
            length,
            0,
            nodes.maxWeight(),
            nodes::weigh,
            (failure, row) -> fail("scaled", rows, row, failure))) {
      scaledBatch(scaled, length, some);
    }
  }

  private void scaledBatch(Column<Integer> scaled, Column<Integer> length, Rows rows)
      throws Exception {
    if (rows.isEmpty()) {
      return;
    }
    BatchCall call = call("scaled", rows);
    List<Integer> batch;
    try {
      batch = snapshot(nodes.scaled(Column.<Integer>list(length, rows), this.scale));
    } catch (Exception failure) {
      failed(call, failure);
      if (isolates("scaled", failure)) {
        scaledOneByOne(scaled, length, rows);
      } else {
        failAll("scaled", rows, failure);
      }
      return;
    }
    take("scaled", scaled, rows, batch);
    end("scaled", rows, call);
  }

  private void scaledOneByOne(Column<Integer> scaled, Column<Integer> length, Rows rows) {
    long since = now();
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      try {
        scaled.set(row, nodes.scaled((int) length.get(row), this.scale));
      } catch (Exception failure) {
        fail("scaled", rows, row, failure);
      }
    }
    end("scaled", rows, since);
  }

  private void label(Column<String> label, Column<String> text, Column<Integer> scaled, Rows rows) {
    long since = now();
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      try {
        label.set(row, nodes.label(text.get(row), (int) scaled.get(row)));
      } catch (Exception failure) {
        fail("label", rows, row, failure);
      }
    }
    end("label", rows, since);
  }

  @Override
  protected List<String> result() {
    return list(0);
  }
}
