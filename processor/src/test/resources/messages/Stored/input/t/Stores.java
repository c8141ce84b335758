package t;

import dev.millrace.CachePolicy;
import dev.millrace.Node;
import dev.millrace.Stored;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Stores {
  abstract static class Of<T> implements Codec<T> {
    @Override
    public void write(BlobOut out, T value) {}

    @Override
    public T read(BlobIn in) {
      throw new IllegalStateException();
    }

    @Override
    public String schema() {
      return "";
    }

    @Override
    public boolean isImmutable() {
      return true;
    }
  }

  static class Texts extends Of<String> {}

  static final class Lists extends Of<List<String>> {}

  static final class Numbers extends Of<Integer> {}

  static final class Anything<T> extends Of<T> {}

  static final class Folder implements FolderCodec<String> {
    @Override
    public void write(Path folder, String value) {}

    @Override
    public String open(Path folder) {
      return "";
    }

    @Override
    public String schema() {
      return "";
    }
  }

  static final class Both extends Texts implements FolderCodec<String> {
    @Override
    public void write(Path folder, String value) {}

    @Override
    public String open(Path folder) {
      return "";
    }
  }

  static final class Asking extends Of<String> {
    Asking(String how) {}
  }

  static final class Hidden extends Of<String> {
    private Hidden() {}
  }

  final class Inner extends Of<String> {}

  @Stored(by = Texts.class)
  static final class OfAnother {}

  @Stored(by = Box.Values.class)
  record Box<T>(T value) {
    static final class Values extends Of<Box<String>> {}
  }

  @Stored(by = int.class)
  static final class Primitive {}

  @Stored(by = List.class)
  @Node
  static String abstractly(String text) {
    return text;
  }

  @Stored(by = String.class)
  @Node
  static String unknown(String text) {
    return text;
  }

  @Stored(by = Anything.class)
  @Node
  static String generically(String text) {
    return text;
  }

  @Stored(by = Both.class)
  @Node
  static String twice(String text) {
    return text;
  }

  @Stored(by = Asking.class)
  @Node
  static String asking(String text) {
    return text;
  }

  @Stored(by = Hidden.class)
  @Node
  static String hidden(String text) {
    return text;
  }

  @Stored(by = Inner.class)
  @Node
  static String inside(String text) {
    return text;
  }

  @Stored(by = Lists.class)
  @Node
  static List<Integer> others(String text) {
    return List.of();
  }

  @Stored(by = Texts.class)
  @Node(cache = CachePolicy.NEVER)
  static String never(String text) {
    return text;
  }

  @Stored(by = Texts.class)
  @Node(cache = CachePolicy.PASS)
  static String pass(String text) {
    return text;
  }

  @Stored(by = Texts.class)
  @Node
  static <T> T any(T given) {
    return given;
  }

  @Stored(by = Folder.class)
  @Node
  static @Nullable String folderOrNull(String text) {
    return text;
  }

  @Stored(by = Texts.class)
  @Node
  static @Nullable String fine(String text) {
    return text;
  }

  @Stored(by = Numbers.class)
  @Node
  static int fineToo(String text) {
    return 1;
  }
}
