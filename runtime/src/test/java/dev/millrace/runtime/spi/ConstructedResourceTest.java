package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Resource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConstructedResourceTest {

  /** A handle as the compiler writes it, but for its type. */
  private static final class Handle extends ConstructedResource<String> {
    Handle(@Nullable Object... arguments) {
      super("OnnxEncoder", true, 3, "cuda:0", arguments);
    }

    @Override
    public String open() {
      throw new AssertionError("equality and the text open nothing");
    }
  }

  /** Another class, with the same name and arguments. */
  private static final class Other extends ConstructedResource<String> {
    Other(boolean perWorker, int maxInstances, String device) {
      super("OnnxEncoder", perWorker, maxInstances, device, new Object[] {1});
    }

    @Override
    public String open() {
      throw new AssertionError("equality and the text open nothing");
    }
  }

  @Test
  void isWrittenAsTheCallOfTheConstructor() {
    assertEquals("OnnxEncoder(model.onnx, 4)", new Handle(Path.of("model.onnx"), 4).toString());
    assertEquals("OnnxEncoder()", new Handle().toString());
    assertEquals("OnnxEncoder([1, 2], null)", new Handle(new int[] {1, 2}, null).toString());
  }

  @Test
  void knowsWhatStatefulSays() {
    Handle handle = new Handle();
    assertTrue(handle.perWorker());
    assertEquals(3, handle.maxInstances());
    assertEquals("cuda:0", handle.device());
  }

  @Property
  void areEqualWhereTheirArgumentsAre(
      @ForAll List<@WithNull String> arguments, @ForAll List<@WithNull String> others) {
    Resource<String> handle = new Handle(arguments.toArray());
    assertEquals(handle, new Handle(arguments.toArray()));
    assertEquals(handle.hashCode(), new Handle(arguments.toArray()).hashCode());
    assertEquals(arguments.equals(others), handle.equals(new Handle(others.toArray())));
  }

  @Test
  void comparesArraysByTheirElements() {
    Handle handle = new Handle(new int[] {1}, new String[][] {{"a"}, {"b"}});
    assertEquals(handle, new Handle(new int[] {1}, new String[][] {{"a"}, {"b"}}));
    assertEquals(
        handle.hashCode(), new Handle(new int[] {1}, new String[][] {{"a"}, {"b"}}).hashCode());
    assertNotEquals(handle, new Handle(new int[] {1}, new String[][] {{"a"}, {"c"}}));
    assertNotEquals(handle, new Handle(new long[] {1}, new String[][] {{"a"}, {"b"}}));
  }

  @Test
  void isOfItsClassAndOfWhatStatefulSays() {
    Other other = new Other(true, 3, "cuda:0");
    assertEquals(other, new Other(true, 3, "cuda:0"));
    assertNotEquals(new Handle(1), other);
    assertNotEquals(other, new Other(false, 3, "cuda:0"));
    assertNotEquals(other, new Other(true, 2, "cuda:0"));
    assertNotEquals(other, new Other(true, 3, "cuda:1"));
  }

  @Test
  void keepsItsArgumentsWhateverBecomesOfTheArray() {
    Object[] arguments = {"a", "b"};
    Handle handle = new Handle(arguments);
    Arrays.fill(arguments, null);
    assertEquals(new Handle("a", "b"), handle);
  }
}
