package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResourceTest {

  @Test
  void aLiveOneIsTheObjectItself() throws Exception {
    List<String> object = new ArrayList<>();
    Resource<List<String>> live = Resource.live(object);
    assertSame(object, live.open());
    assertTrue(live.isLive());
    assertEquals("live []", live.toString());
  }

  @Test
  void liveOnesAreEqualWhereTheInstanceIsTheSame() {
    List<String> object = new ArrayList<>();
    assertEquals(Resource.live(object), Resource.live(object));
    int hash = Resource.live(object).hashCode();
    object.add("changed");
    assertEquals(hash, Resource.live(object).hashCode());
    assertNotEquals(Resource.live(object), Resource.live(List.of("changed")));
    assertNotEquals(Resource.live(object), object);
  }

  @Test
  void nothingIsLiveUnlessItSaysSo() {
    Resource<String> opened = () -> "a";
    assertFalse(opened.isLive());
  }

  @Test
  void aLiveOneIsAnObject() {
    assertEquals(
        "a live resource is an object, but this is null",
        assertThrows(NullPointerException.class, () -> Resource.live(null)).getMessage());
  }
}
