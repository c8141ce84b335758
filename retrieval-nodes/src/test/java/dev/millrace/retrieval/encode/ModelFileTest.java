package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
  @TempDir Path folder;

  private static byte[] read(ModelFile file) {
    ByteBuffer buffer = file.read();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
  void givesTheBytesOfAFile(int size) throws IOException {
    byte[] bytes = random(size);
    Path path = Files.write(folder.resolve("f"), bytes);
    assertArrayEquals(
        bytes, read(ModelFile.file(path, TinyModel.sha256(bytes), Math.max(1, size))));
    assertArrayEquals(bytes, read(ModelFile.file(path, TinyModel.sha256(bytes), 10_000_000)));
  }

  @Test
  void givesTheBytesOfAResourceOfTheThreadsClassLoader() throws IOException {
    byte[] bytes = random(200_000);
    Files.write(folder.resolve("some-resource.bin"), bytes);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      assertArrayEquals(
          bytes, read(ModelFile.resource("some-resource.bin", TinyModel.sha256(bytes), 200_000)));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void refusesChangedBytesAndNamesBothHashes() throws IOException {
    byte[] bytes = random(100);
    String pinned = TinyModel.sha256(bytes);
    bytes[50] ^= 1;
    Path path = Files.write(folder.resolve("f"), bytes);
    EncoderException e =
        assertThrows(EncoderException.class, () -> ModelFile.file(path, pinned, 1000).read());
    assertEquals(Fault.WRONG_HASH, e.fault());
    assertTrue(e.getMessage().contains(pinned), e.getMessage());
    assertTrue(e.getMessage().contains(TinyModel.sha256(bytes)), e.getMessage());
  }

  @Test
  void readsNoMoreThanTheCap() throws IOException {
    byte[] bytes = random(100_001);
    Path path = Files.write(folder.resolve("f"), bytes);
    EncoderException e =
        assertThrows(
            EncoderException.class,
            () -> ModelFile.file(path, TinyModel.sha256(bytes), 100_000).read());
    assertEquals(Fault.TOO_LARGE, e.fault());
    assertTrue(e.getMessage().contains("100000"), e.getMessage());
  }

  @Test
  void namesAFileThatIsNotThere() {
    String hash = TinyModel.sha256(new byte[0]);
    EncoderException file =
        assertThrows(
            EncoderException.class,
            () -> ModelFile.file(folder.resolve("no.onnx"), hash, 1).read());
    assertEquals(Fault.MISSING, file.fault());
    assertTrue(file.getMessage().contains("no.onnx"), file.getMessage());
    EncoderException resource =
        assertThrows(EncoderException.class, () -> ModelFile.resource("no.onnx", hash, 1).read());
    assertEquals(Fault.MISSING, resource.fault());
  }

  @Test
  void namesTheArtifactThatHoldsTheModel() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    String hash = TinyModel.sha256(new byte[0]);
    try {
      thread.setContextClassLoader(null);
      EncoderException e =
          assertThrows(
              EncoderException.class,
              () -> ModelFile.resource("no.onnx", hash, 1).orElse("add g:a:v").read());
      assertTrue(e.getMessage().endsWith("is not there; add g:a:v"), e.getMessage());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void saysThatAFolderCannotBeRead() {
    EncoderException e =
        assertThrows(
            EncoderException.class,
            () -> ModelFile.file(folder, TinyModel.sha256(new byte[0]), 1).read());
    assertEquals(Fault.UNREADABLE, e.fault());
  }

  @Test
  void refusesPinsThatPinNothing() {
    assertThrows(IllegalArgumentException.class, () -> ModelFile.file(folder, "", 1));
    assertThrows(IllegalArgumentException.class, () -> ModelFile.file(folder, "A".repeat(64), 1));
    assertThrows(IllegalArgumentException.class, () -> ModelFile.file(folder, "a".repeat(64), 0));
    assertThrows(
        IllegalArgumentException.class, () -> ModelFile.file(folder, "a".repeat(64), 1L << 31));
  }
}
