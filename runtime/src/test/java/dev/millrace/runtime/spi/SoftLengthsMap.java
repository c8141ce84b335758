package dev.millrace.runtime.spi;

import dev.millrace.runtime.Outcome;
import java.util.List;

/** {@link LengthsMap} as the compiler writes it where the items' failures are kept. */
final class SoftLengthsMap extends MapRegion<List<Outcome<String>>> {
  private final Items<String> text;
  private final LengthsMap.Nodes nodes;
  private final boolean pure;
  private int scale;

  /**
   * Makes the use.
   *
   * @param pure whether the twin's rows may be run one by one after it has failed
   */
  SoftLengthsMap(List<String> text, LengthsMap.Nodes nodes, boolean pure) {
    super(new Execution("Lengths", Setup.DEFAULT).start(Memo.NONE), "labels", Mode.SOFT_ZIP, 1);
    this.text = items("text", text);
    this.nodes = nodes;
    this.pure = pure;
  }

  static List<Outcome<String>> map(List<String> texts, LengthsMap.Nodes nodes) {
    return new SoftLengthsMap(texts, nodes, true).map();
  }

  static List<Outcome<String>> mapImpure(List<String> texts, LengthsMap.Nodes nodes) {
    return new SoftLengthsMap(texts, nodes, false).map();
  }

  @Override
  protected void prepare() throws Exception {
    this.scale = nodes.scale();
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
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      try {
        length.set(row, nodes.length(text.get(row)));
      } catch (Exception failure) {
        fail("length", rows, row, failure, lengthAt(text, row));
      }
    }
  }

  private CallInputs lengthAt(Column<String> text, int row) {
    String textValue = text.get(row);
    return CallInputs.of(() -> nodes.length(textValue), "text", textValue);
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
            (failure, row) -> fail("scaled", rows, row, failure, scaledAt(length, row)))) {
      scaledBatch(scaled, length, some);
    }
  }

  private void scaledBatch(Column<Integer> scaled, Column<Integer> length, Rows rows)
      throws Exception {
    if (rows.isEmpty()) {
      return;
    }
    List<Integer> batch;
    try {
      batch = snapshot(nodes.scaled(Column.<Integer>list(length, rows), this.scale));
    } catch (Exception failure) {
      if (pure && isolates("scaled", failure)) {
        scaledOneByOne(scaled, length, rows);
      } else {
        failAll("scaled", rows, failure, at -> scaledAt(length, at));
      }
      return;
    }
    take("scaled", scaled, rows, batch, at -> scaledAt(length, at));
  }

  private void scaledOneByOne(Column<Integer> scaled, Column<Integer> length, Rows rows) {
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      try {
        scaled.set(row, nodes.scaled((int) length.get(row), this.scale));
      } catch (Exception failure) {
        fail("scaled", rows, row, failure, scaledAt(length, row));
      }
    }
  }

  private CallInputs scaledAt(Column<Integer> length, int row) {
    int lengthValue = length.get(row);
    return CallInputs.of(
        () -> nodes.scaled(lengthValue, this.scale), "length", lengthValue, "scale", this.scale);
  }

  private void label(Column<String> label, Column<String> text, Column<Integer> scaled, Rows rows) {
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      try {
        label.set(row, nodes.label(text.get(row), (int) scaled.get(row)));
      } catch (Exception failure) {
        fail("label", rows, row, failure, labelAt(text, scaled, row));
      }
    }
  }

  private CallInputs labelAt(Column<String> text, Column<Integer> scaled, int row) {
    String textValue = text.get(row);
    int scaledValue = scaled.get(row);
    return CallInputs.of(
        () -> nodes.label(textValue, scaledValue), "text", textValue, "scaled", scaledValue);
  }

  @Override
  protected List<Outcome<String>> result() {
    return outcomes(0);
  }
}
