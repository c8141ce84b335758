package stores;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Results are written and read back. */
final class Scenarios {
  private Scenarios() {}

  private static <T> T again(Codec<T> codec, T value) {
    BlobOut out = new BlobOut();
    codec.write(out, value);
    BlobIn in = new BlobIn(out.finish());
    T read = codec.read(in);
    in.end();
    return read;
  }

  /** Returns what did not come back as it was. */
  static Object different() throws IOException {
    List<Object> different = new ArrayList<>();
    Stores.Word one = new Stores.Word("one", 1, null, List.of());
    Stores.Word word = new Stores.Word("two", 2, one, Arrays.asList(one, null, one));
    check(Stores_Codecs.LIST_OF_WORD, List.of(word, one), different);
    check(Stores_Codecs.WORD_OR_NULL, word, different);
    if (again(Stores_Codecs.WORD_OR_NULL, null) != null) {
      different.add("null");
    }
    Stores.Shape<String> circle = new Stores.Circle<>(2.5, "c");
    check(Stores_Codecs.PARTS, new Stores.Parts(List.of(word), circle), different);
    check(Stores_Codecs.SHAPE_OF_STRING, Stores.Plain.POINT, different);
    Stores.Shape<String> histogram =
        again(Stores_Codecs.SHAPE_OF_STRING, new Stores.Histogram(1, 2));
    if (!Arrays.equals(((Stores.Histogram) histogram).counts, new int[] {1, 2})) {
      different.add(histogram);
    }
    LinkedHashMap<String, Set<Instant>> times = new LinkedHashMap<>();
    times.put("now", Set.of(Instant.EPOCH));
    int[][] grid = {{1}, null, {2, 3}};
    Stores.All all =
        new Stores.All(
            true,
            (byte) -1,
            (short) -2,
            '\uffff',
            Long.MIN_VALUE,
            -0.0f,
            Double.MAX_VALUE,
            null,
            grid,
            Path.of("a", "b"),
            Set.of(Stores.Mode.SLOW),
            new ArrayList<>(List.of(new Stores.Nothing())),
            times,
            Optional.of(Embedding.of(1, 2)),
            Map.of(Stores.Mode.FAST, new Stores.Pair<>("p", List.of(1, 2))));
    Stores.All read = again(Stores_Codecs.ALL, all);
    if (!Arrays.deepEquals(read.grid(), grid)
        || !all.toString().replaceAll("grid=[^,]*", "").equals(
            read.toString().replaceAll("grid=[^,]*", ""))) {
      different.add(read);
    }
    Path folder = Files.createTempDirectory("index");
    Stores_Codecs.INDEX.write(folder, new Stores.Index("text"));
    if (!Stores_Codecs.INDEX.open(folder).equals(new Stores.Index("text"))) {
      different.add("index");
    }
    Files.delete(folder.resolve("text"));
    Files.delete(folder);
    return different;
  }

  private static <T> void check(Codec<T> codec, T value, List<Object> different) {
    T read = again(codec, value);
    if (!value.equals(read)) {
      different.add(List.of(value, read));
    }
  }

  /** Writes null where there is none. */
  static Object nothing() {
    return again(Stores_Codecs.WORD, null);
  }
}
