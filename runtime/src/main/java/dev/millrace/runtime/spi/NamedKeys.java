package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.ScalarKeys.orNull;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.cache.key.KeyBytes;
import dev.millrace.runtime.cache.key.Tag;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** What has a name, or a place, in keys; embeddings; and handles of resources. */
public final class NamedKeys {
  /** Of an enum's constant: its enum's name and its own, never its position. */
  public static final KeyEncoder<Enum<?>> ENUM =
      orNull(
          (value, sink) ->
              sink.bytes
                  .tag(Tag.ENUM)
                  .text(value.getDeclaringClass().getName())
                  .text(value.name()));

  /** Of a class, by its name. */
  public static final KeyEncoder<Class<?>> CLASS =
      orNull((value, sink) -> sink.bytes.tag(Tag.CLASS).text(sink.className(value)));

  /** Of a {@code UUID}. */
  public static final KeyEncoder<UUID> UUID =
      orNull(
          (value, sink) ->
              sink.bytes
                  .tag(Tag.UUID)
                  .int64(value.getMostSignificantBits())
                  .int64(value.getLeastSignificantBits()));

  /** Of a {@code URI}, by its text: where equal ones differ in case, they are two. */
  public static final KeyEncoder<URI> URI =
      orNull((value, sink) -> sink.bytes.tag(Tag.URI).text(value.toString()));

  /** Of a {@code Locale}. */
  public static final KeyEncoder<Locale> LOCALE = orNull(NamedKeys::locale);

  /** Of a {@code Charset}, by its name. */
  public static final KeyEncoder<Charset> CHARSET =
      orNull((value, sink) -> sink.bytes.tag(Tag.CHARSET).text(value.name()));

  /** Of a {@code Pattern}: its text and its flags. */
  public static final KeyEncoder<Pattern> PATTERN =
      orNull(
          (value, sink) -> sink.bytes.tag(Tag.PATTERN).text(value.pattern()).int32(value.flags()));

  /** Of a {@code Currency}, by its code. */
  public static final KeyEncoder<Currency> CURRENCY =
      orNull((value, sink) -> sink.bytes.tag(Tag.CURRENCY).text(value.getCurrencyCode()));

  /** Of a path, as it is written; the file need not be there. */
  public static final KeyEncoder<Path> PATH_BY_NAME =
      orNull(
          (value, sink) ->
              sink.bytes
                  .tag(Tag.PATH_NAME)
                  .text(value.getFileSystem().provider().getScheme())
                  .text(value.toString()));

  /** Of a path, by what is in the file, or in the folder and below; its name does not count. */
  public static final KeyEncoder<Path> PATH_BY_CONTENT =
      orNull((value, sink) -> sink.content(value));

  /** Of an embedding: its shape, type of number and every bit. */
  public static final KeyEncoder<Embedding> EMBEDDING = orNull(NamedKeys::embedding);

  /** Of a resource's handle: what it opens, with what, and the code of that. */
  public static final KeyEncoder<Resource<?>> HANDLE = orNull(NamedKeys::handle);

  private NamedKeys() {}

  private static void handle(Resource<?> handle, KeySink sink) {
    if (!(handle instanceof KeyedHandle keyed)) {
      throw sink.fault(
          "it is a "
              + handle.getClass().getName()
              + ", of which nobody knows what opens it; give the handle that is generated for its"
              + " class");
    }
    keyed.encode(sink);
    sink.code(keyed.opener());
  }

  private static void locale(Locale value, KeySink sink) {
    KeyBytes bytes =
        sink.bytes
            .tag(Tag.LOCALE)
            .text(value.getLanguage())
            .text(value.getScript())
            .text(value.getCountry())
            .text(value.getVariant());
    TreeSet<Character> extensions = new TreeSet<>(value.getExtensionKeys());
    bytes.int32(extensions.size());
    for (Character each : extensions) {
      bytes.int16((short) each.charValue()).text(value.getExtension(each));
    }
  }

  private static void embedding(Embedding value, KeySink sink) {
    int width = value.slab().type().bytes();
    sink.bytes
        .tag(Tag.EMBEDDING)
        .text(value.slab().type().name())
        .int32(value.rows())
        .int32(value.dim());
    value
        .slab()
        .lend(value.firstRow(), value.rows(), numbers -> sink.bytes.numbers(numbers, width));
  }
}
