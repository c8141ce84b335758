package t;

import dev.millrace.CachePolicy;
import dev.millrace.Node;
import dev.millrace.Stored;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.Codec;
import java.util.List;

final class Nodes {
  static final class TextCodec implements Codec<String> {
    @Override
    public void write(BlobOut out, String value) {
      out.text(value);
    }

    @Override
    public String read(BlobIn in) {
      return in.text();
    }

    @Override
    public String schema() {
      return "text";
    }

    @Override
    public boolean isImmutable() {
      return true;
    }
  }

  static final class NeedsMore {
    NeedsMore(int level) {}
  }

  @Stored(by = TextCodec.class)
  static final class Other {}

  @Stored(by = TextCodec.class)
  static final class Box<T> {}

  @Node
  @Stored(by = TextCodec.class)
  static String right(String text) {
    return text;
  }

  @Node
  @Stored(by = TextCodec.class)
  static int wrongType(String text) {
    return text.length();
  }

  @Node
  @Stored(by = Other.class)
  static Other noCodec(String text) {
    return new Other();
  }

  @Node
  @Stored(by = NeedsMore.class)
  static String noneOfThatCanBeMade(String text) {
    return text;
  }

  @Node
  @Stored(by = int.class)
  static String noClass(String text) {
    return text;
  }

  @Node(cache = CachePolicy.PASS)
  @Stored(by = TextCodec.class)
  static String neverStored(String text) {
    return text;
  }

  @Node
  @Stored(by = TextCodec.class)
  static <T> List<T> ofManyTypes(T item) {
    return List.of(item);
  }

  @Stored(by = TextCodec.class)
  static String noNode(String text) {
    return text;
  }
}
