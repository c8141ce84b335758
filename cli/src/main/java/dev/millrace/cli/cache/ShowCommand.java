package dev.millrace.cli.cache;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.disk.DiskStore;
import dev.millrace.runtime.cache.folder.Folders;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one result. */
@Command(
    name = "show",
    description = "Shows what is known of one result; exits with 1 if its bytes are not whole.")
final class ShowCommand implements Callable<Integer> {
  private static final int HEAD = 64;

  @Mixin private CacheOption cache = new CacheOption();

  @Parameters(paramLabel = "SIGNATURE", description = "its first digits do if no other has them")
  private String signature = "";

  @Option(names = "--json", description = "print one JSON object, and nothing else")
  private boolean json;

  /** Whether a result's bytes are there. */
  private enum State {
    WHOLE("whole"),
    DAMAGED("damaged: it is never given to anybody; millrace cache verify --repair forgets it"),
    MISSING("not there: it was removed; millrace cache verify --repair forgets the rest");

    private final String text;

    State(String text) {
      this.text = text;
    }
  }

  @Override
  public Integer call() throws StoreException {
    CacheFolder folder = cache.open();
    Result result = new Selection(Results.of(folder, cache::warn)).one(signature);
    Optional<Entry> entry = Optional.empty();
    if (result.entry() != null) {
      try (MetaStore ledger = folder.ledger()) {
        entry = ledger.find(result.key());
      }
    }
    try (DiskStore store = folder.store()) {
      boolean isThere = store.contains(result.key());
      ByteBuffer bytes = store.get(List.of(result.key())).get(0);
      String digest = bytes == null ? null : Folders.digest(bytes);
      State state = state(bytes, isThere);
      if (bytes != null && digest != null) {
        state = store.folders().verify(bytes) ? State.WHOLE : State.DAMAGED;
      }
      List<Part> parts = entry.map(Entry::parts).orElse(List.of());
      if (json) {
        json(result, parts, state, bytes, digest);
      } else {
        print(result, parts, state, bytes, digest);
      }
      return state == State.WHOLE ? 0 : 1;
    }
  }

  private static State state(@Nullable ByteBuffer bytes, boolean isThere) {
    if (bytes != null) {
      return State.WHOLE;
    }
    return isThere ? State.DAMAGED : State.MISSING;
  }

  private void json(
      Result result,
      List<Part> parts,
      State state,
      @Nullable ByteBuffer bytes,
      @Nullable String digest) {
    ObjectNode root = Json.put(Json.object(), result);
    root.put("state", state.name().toLowerCase(Locale.ROOT));
    root.put("length", bytes == null ? null : length(bytes, digest));
    root.put("folder", digest);
    ArrayNode list = root.putArray("parts");
    parts.forEach(
        part -> list.addObject().put("name", part.name()).put("digest", part.digest().toString()));
    root.put(
        "head",
        bytes == null || digest != null
            ? null
            : HexFormat.of().formatHex(HexLines.head(bytes, HEAD)));
    Json.print(root, cache.out());
  }

  private void print(
      Result result,
      List<Part> parts,
      State state,
      @Nullable ByteBuffer bytes,
      @Nullable String digest) {
    PrintWriter out = cache.out();
    Times times = cache.times();
    line(out, "signature", result.key().toString());
    String node = result.node();
    line(out, "node", node == null ? "not known: the ledger has no entry" : node);
    line(out, "stored", times.text(result.stored()));
    if (node != null) {
      line(out, "last used", times.text(result.used()));
      line(out, "cost", Times.millis(result.nanos()) + " ms");
    }
    if (bytes != null) {
      String room = ByteSize.text(result.room());
      line(out, "bytes", Counts.of(length(bytes, digest)) + ", which take " + room);
    }
    if (digest != null) {
      line(out, "folder", digest);
    }
    line(out, "blob", state.text);
    String title = "parts";
    for (Part part : parts) {
      line(out, title, part.digest() + "  " + part.name());
      title = "";
    }
    title = "head";
    for (String line :
        bytes == null || digest != null
            ? List.<String>of()
            : HexLines.of(HexLines.head(bytes, HEAD))) {
      line(out, title, line);
      title = "";
    }
    out.flush();
  }

  /** What stands for a folder says of little else. */
  private static long length(ByteBuffer bytes, @Nullable String digest) {
    return digest == null ? bytes.remaining() : Folders.bytes(bytes);
  }

  private static void line(PrintWriter out, String title, String text) {
    out.println(String.format(Locale.ROOT, "%-11s", title) + text);
  }
}
