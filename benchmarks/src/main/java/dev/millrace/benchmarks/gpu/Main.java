package dev.millrace.benchmarks.gpu;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.millrace.benchmarks.Texts;
import dev.millrace.retrieval.encode.Device;
import dev.millrace.retrieval.encode.EncoderException;
import dev.millrace.retrieval.encode.EncoderModel;
import dev.millrace.retrieval.encode.ModelFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures, prints a table and writes its figures. No budget is held: there is nothing to miss. */
final class Main {
  private static final List<Integer> CPU_BUDGETS = List.of(128, 256, 512, 1024);
  private static final List<Integer> CUDA_BUDGETS = List.of(1024, 4096, 8192, 16_384, 32_768);
  private static final int CPU_TEXTS = 64;
  private static final int CUDA_TEXTS = 4000;

  private final Arguments arguments;
  private final PrintStream out;

  private Main(Arguments arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /** Exits with 0, with 1 where the device cannot be used, or with 2 for a wrong command line. */
  public static void main(String[] args) throws Exception {
    System.exit(run(List.of(args), System.out));
  }

  static int run(List<String> args, PrintStream out) throws Exception {
    try {
      new Main(new Arguments(args), out).measure();
      return 0;
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage() + "; benchmarks/gpu/run --help lists the options");
      return 2;
    } catch (EncoderException e) {
      out.println(e.getMessage());
      return 1;
    }
  }

  private void measure() throws IOException, InterruptedException {
    Device device = arguments.device();
    boolean cuda = device instanceof Device.Cuda;
    EncoderModel model = model();
    List<String> texts = texts(arguments.number("--count", cuda ? CUDA_TEXTS : CPU_TEXTS));
    int rounds = arguments.number("--rounds", 3);
    List<Integer> budgets = arguments.numbers("--budgets", cuda ? CUDA_BUDGETS : CPU_BUDGETS);
    List<Row> rows = new ArrayList<>();
    EncoderRows encoders = new EncoderRows(model, texts, rounds);
    out.printf(
        "%d texts of %d tokens, %d rounds, %s, JDK %s, %d processors%n%n",
        texts.size(),
        encoders.tokens(),
        rounds,
        model.name(),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors());
    rows.addAll(encoders.measure(device, budgets));
    Path script = arguments.path("--peer");
    if (script != null) {
      rows.addAll(peer(script).measure(encoders.tokenizer(), texts, name(device), budgets, rounds));
    }
    if (cuda) {
      List<String> few = texts.subList(0, Math.min(CPU_TEXTS, texts.size()));
      rows.addAll(new EncoderRows(model, few, rounds).measure(Device.cpu(), List.of(256)));
    }
    out.println(Row.table(rows));
    write(rows);
  }

  private static String name(Device device) {
    return device instanceof Device.Cuda cuda ? "cuda:" + cuda.ordinal() : "cpu";
  }

  private Peer peer(Path script) {
    return new Peer(
        script, arguments.text("--python", "python3"), arguments.path("--torch-model"), out);
  }

  /** The default model: only its own bytes are taken, wherever they lie. */
  private EncoderModel model() {
    EncoderModel known = EncoderModel.allMiniLmL6V2();
    return new EncoderModel(
        known.name(),
        file(arguments.path("--model"), known.network(), 90_387_606),
        file(arguments.path("--tokenizer"), known.tokenizer(), 711_661));
  }

  private static ModelFile file(@Nullable Path path, ModelFile known, long bytes) {
    return path == null ? known : ModelFile.file(path, known.sha256(), bytes);
  }

  private List<String> texts(int count) throws IOException {
    Path file = arguments.path("--texts");
    List<String> lines =
        file == null
            ? Texts.passages()
            : Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no text");
    }
    // Again and again, each time with a number of its own, so that no text comes twice.
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                i < lines.size()
                    ? lines.get(i)
                    : i / lines.size() + " " + lines.get(i % lines.size()))
        .toList();
  }

  private void write(List<Row> rows) throws IOException {
    Path file = Path.of(arguments.text("--json", "benchmarks/target/gpu.json")).toAbsolutePath();
    Files.createDirectories(file.getParent());
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), rows);
    out.println("figures: " + file);
  }
}
