package dev.millrace.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CachePolicyTest {

  @Test
  void namesWhatTheAnnotationNames() {
    List<String> annotations =
        Arrays.stream(dev.millrace.CachePolicy.values()).map(Enum::name).toList();
    assertEquals(annotations, Arrays.stream(CachePolicy.values()).map(Enum::name).toList());
  }

  @Test
  void readsEachByItsName() {
    for (CachePolicy policy : CachePolicy.values()) {
      assertEquals(policy, CachePolicy.of(policy.name()));
    }
  }

  @Test
  void decidesForItselfWhereNothingIsSaid() {
    assertEquals(CachePolicy.AUTO, CachePolicy.of(""));
  }
}
