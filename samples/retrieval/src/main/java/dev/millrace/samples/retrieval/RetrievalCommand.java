package dev.millrace.samples.retrieval;

import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.encode.EncoderModel;
import dev.millrace.retrieval.encode.OnnxEncoderResource;
import dev.millrace.retrieval.fuse.RrfFusion;
import dev.millrace.retrieval.nodes.JudgmentGaps;
import dev.millrace.retrieval.rerank.MaxSimReranker;
import dev.millrace.retrieval.search.Bm25Settings;
import dev.millrace.retrieval.search.Hit;
import dev.millrace.retrieval.search.TextAnalysis;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Progress;
import dev.millrace.runtime.RunListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options, and what to run for them. */
@Command(
    name = "millrace-retrieval",
    version = "millrace-retrieval 0.1.0-SNAPSHOT",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Loads a collection, encodes it, searches it by BM25, one vector and a vector a token,",
      "fuses and reranks, and measures each against judgments.",
      "Without options it runs on a small collection of its own."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a fault of the program", "2:what was asked for cannot be done"})
final class RetrievalCommand implements Callable<Integer> {
  /** The bundled collection is a few hundred passages: lanes are to have something to share. */
  static final int CHUNK_ROWS = 16;

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "a folder in BEIR's layout: corpus.jsonl, queries.jsonl, qrels.tsv")
  private @Nullable Path corpus;

  @Option(
      names = "--query",
      paramLabel = "TEXT",
      description = "search for this, and measure nothing")
  private @Nullable String question;

  @Option(names = "--json", description = "print one JSON object, and nothing else")
  private boolean json;

  @Option(
      names = "--top-k",
      paramLabel = "N",
      defaultValue = "100",
      description = "how many passages each search returns (default: ${DEFAULT-VALUE})")
  private int topK;

  @Option(
      names = "--rrf",
      paramLabel = "K",
      defaultValue = "60",
      description = "the constant of reciprocal rank fusion (default: ${DEFAULT-VALUE})")
  private int rrf;

  @Option(
      names = "--analysis",
      paramLabel = "NAME",
      defaultValue = "ENGLISH",
      description = "how BM25 reads text: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private TextAnalysis analysis = TextAnalysis.ENGLISH;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "STREAMED",
      description = "how maps run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Engine engine = Engine.STREAMED;

  @Option(
      names = "--skip-unjudged",
      description = "leave out queries that have no judgments; they are an error otherwise")
  private boolean skipUnjudged;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    check("--top-k", topK, 1);
    check("--rrf", rrf, 0);
    if (question != null && question.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--query is empty; say what to search for");
    }
    PrintWriter out = spec.commandLine().getOut();
    EncoderModel model = EncoderModel.allMiniLmL6V2();
    try (Collection collection = corpus == null ? Collection.bundled() : Collection.of(corpus)) {
      if (question == null) {
        evaluate(collection, model, out);
      } else {
        search(collection, model, question, out);
      }
    }
    out.flush();
    return 0;
  }

  private void check(String option, int value, int least) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + "; it must be at least " + least);
    }
  }

  private void evaluate(Collection collection, EncoderModel model, PrintWriter out) {
    NodeTimes times = new NodeTimes();
    RunListener listener = times.and(Progress.console());
    try (var pipeline =
        HybridRetrievalPipeline.builder()
            .engine(engine)
            .chunkRows(CHUNK_ROWS)
            .listener(listener)
            .build()) {
      var inputs =
          HybridRetrievalPipeline.inputs()
              .corpusPath(collection.folder().corpusFile())
              .queriesPath(collection.folder().queriesFile())
              .qrelsPath(collection.folder().judgmentsFile())
              .skipUnjudged(skipUnjudged)
              .bm25Settings(Bm25Settings.DEFAULT.analysis(analysis))
              .encoder(OnnxEncoderResource.of(model)) // opened on first use
              .topK(topK)
              .rrf(new RrfFusion(rrf))
              .reranker(new MaxSimReranker());
      var outputs = pipeline.run(inputs);
      Report report =
          Report.of(collection.name(), outputs.evaluation(), times, outputs.encoderFacts());
      warn(outputs.judgmentGaps());
      ReportPrinter printer = new ReportPrinter(out);
      if (json) {
        printer.json(report);
        return;
      }
      out.printf("%n%s%n", pipeline.describe());
      new HitPrinter(out, outputs.passages())
          .examples(outputs.queries(), outputs.allPredictions(), outputs.groundTruths());
      printer.table(report);
    }
  }

  /** Says what lowers the figures without being any method's fault. */
  private void warn(JudgmentGaps gaps) {
    PrintWriter err = spec.commandLine().getErr();
    if (gaps.passages().size() > 0) {
      var first = gaps.passages().grades().entrySet().iterator().next();
      err.printf(
          "warning: %d judgments are of passages that are not in the corpus (query \"%s\", passage"
              + " \"%s\"); they count as not found%n",
          gaps.passages().size(), first.getKey(), first.getValue().keySet().iterator().next());
    }
    if (!gaps.queries().isEmpty()) {
      err.printf(
          "warning: %d judged queries are not in the file of queries (\"%s\"); each counts as 0%n",
          gaps.queries().size(), gaps.queries().get(0));
    }
    err.flush();
  }

  private void search(Collection collection, EncoderModel model, String text, PrintWriter out) {
    try (var pipeline =
        SearchPipeline.builder()
            .engine(engine)
            .chunkRows(CHUNK_ROWS)
            .listener(Progress.console())
            .build()) {
      var inputs =
          SearchPipeline.given()
              .corpusPath(collection.folder().corpusFile())
              .bm25Settings(Bm25Settings.DEFAULT.analysis(analysis))
              .encoder(OnnxEncoderResource.of(model))
              .topK(topK)
              .rrf(new RrfFusion(rrf))
              .reranker(new MaxSimReranker())
              .query(new Query("question", text));
      List<Passage> passages = pipeline.passages(inputs);
      List<Hit> hits = pipeline.hits(inputs.passages(passages)); // given, so not read again
      new HitPrinter(out, passages).answer(text, hits, json);
    }
  }
}
