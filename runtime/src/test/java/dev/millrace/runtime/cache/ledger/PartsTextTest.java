package dev.millrace.runtime.cache.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

final class PartsTextTest {

  @Property
  void itIsReadBack(@ForAll List<@Chars({'\\', '\n', '\0', '0', 'n', ' ', 'é'}) String> names) {
    List<Part> parts = new ArrayList<>();
    names.forEach(name -> parts.add(new Part(name, new Signature(parts.size(), name.hashCode()))));
    String text = PartsText.write(parts);
    assertEquals(parts, PartsText.read(text));
    assertFalse(text.contains("\0"));
  }

  @Test
  void itIsWrittenForPeopleToo() {
    assertEquals(
        "00000000000000010000000000000002 code\n00000000000000000000000000000003 a\\nb\n",
        PartsText.write(
            List.of(new Part("code", new Signature(1, 2)), new Part("a\nb", new Signature(0, 3)))));
  }

  @Test
  void whatWasNotWrittenHereIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PartsText.read("mine"));
    assertThrows(IllegalArgumentException.class, () -> PartsText.read("mine\n"));
  }
}
