package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.NullArgumentException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class HandleArgumentsTest {

  static Stream<Arguments> arrays() {
    return Stream.<Object>of(
            new boolean[] {true},
            new byte[] {1},
            new short[] {1},
            new char[] {'a'},
            new int[] {1},
            new long[] {1},
            new float[] {1},
            new double[] {1},
            new String[] {"a", null},
            new Object[] {1, new int[] {2}},
            new int[][] {{1}, {}, null})
        .map(array -> Arguments.of(array));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void copiesArraysOfAnyType(Object array) {
    Object copy = HandleArguments.copy(array);
    assertNotSame(array, copy);
    assertSame(array.getClass(), copy.getClass());
    assertTrue(Arrays.deepEquals(new Object[] {array}, new Object[] {copy}));
  }

  @Test
  void copiesTheArraysInAnArray() {
    int[][] grid = {{1, 2}};
    int[][] copy = HandleArguments.copy(grid);
    grid[0][0] = 9;
    assertEquals(1, copy[0][0]);
  }

  @Test
  void leavesWhatIsNoArray() {
    Object element = new Object();
    assertSame(element, HandleArguments.copy(new Object[] {element})[0]);
    assertNull(HandleArguments.copy((int[]) null));
  }

  @Test
  void refusesNullByTheParametersName() {
    HandleArguments.require("Model", "file", "model.onnx");
    assertEquals(
        "the handle of Model was given null for \"file\"; give a value, or annotate the parameter"
            + " with @Nullable where null is one",
        assertThrows(
                NullArgumentException.class, () -> HandleArguments.require("Model", "file", null))
            .getMessage());
  }
}
