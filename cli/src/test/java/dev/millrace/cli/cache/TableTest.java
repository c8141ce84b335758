package dev.millrace.cli.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Table table = Table.of(Table.text("node"), Table.number("n"), Table.text("last"));
    table.row("a", "1,000", "x");
    table.row("größer 𝄞", "2", "");
    StringWriter out = new StringWriter();
    table.print(new PrintWriter(out));
    assertEquals(
        List.of("node          n  last", "a         1,000  x", "größer 𝄞      2"),
        out.toString().lines().toList());
  }
}
