package dev.millrace.samples.retrieval;

import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.fuse.RrfFusion;
import dev.millrace.retrieval.nodes.JudgmentGaps;
import dev.millrace.retrieval.search.Hit;
import dev.millrace.retrieval.search.TextAnalysis;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Explanation;
import dev.millrace.runtime.Progress;
import java.io.PrintWriter;
import java.nio.file.Files;
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

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "keep results in this folder, and do not compute what is there")
  private @Nullable Path cacheFolder;

  @Option(
      names = "--sweep",
      paramLabel = "rrf=K,K,…",
      converter = RrfValues.Converter.class,
      description = "measure the fusion with each of these constants, as in rrf=20,60,100")
  private @Nullable RrfValues sweep;

  @Spec private CommandSpec spec;

  private final CountedEncoder encoder;

  RetrievalCommand(CountedEncoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public Integer call() {
    check("--top-k", topK, 1);
    check("--rrf", rrf, 0);
    if (question != null && question.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--query is empty; say what to search for");
    }
    checkSweep();
    try (Collection collection = corpus == null ? Collection.bundled() : Collection.of(corpus)) {
      Job job = new Job(collection, encoder, cache(), engine, analysis, topK, skipUnjudged);
      if (question != null) {
        search(job, question);
      } else if (sweep != null) {
        sweep(job, sweep);
      } else {
        evaluate(job);
      }
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private void check(String option, int value, int least) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + "; it must be at least " + least);
    }
  }

  private void checkSweep() {
    if (sweep == null) {
      return;
    }
    for (String other : List.of("--query", "--rrf")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(other)) {
        throw new ParameterException(
            spec.commandLine(), "--sweep and " + other + " exclude each other; give one of them");
      }
    }
  }

  private Cache cache() {
    if (cacheFolder == null) {
      return Cache.inMemory().enabled(false);
    }
    if (Files.exists(cacheFolder) && !Files.isDirectory(cacheFolder)) {
      throw new ParameterException(
          spec.commandLine(),
          "--cache is " + cacheFolder + ", which is no folder; give one, or where one is to be");
    }
    return Cache.at(cacheFolder);
  }

  private void evaluate(Job job) {
    NodeTimes times = new NodeTimes();
    CacheCounts counts = new CacheCounts();
    try (var pipeline = job.pipeline(times.and(counts).and(Progress.console()))) {
      var inputs = job.inputs(rrf);
      List<Explanation> before = explain(List.of(inputs), pipeline);
      var outputs = pipeline.run(inputs);
      Report report = Report.of(job.collection().name(), outputs, times);
      warn(outputs.judgmentGaps());
      ReportPrinter printer = new ReportPrinter(spec.commandLine().getOut());
      if (json) {
        printer.json(report, cacheReport(job, before, counts));
        return;
      }
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%n%s%n", pipeline.describe());
      new HitPrinter(out, outputs.passages())
          .examples(outputs.queries(), outputs.allPredictions(), outputs.groundTruths());
      printer.table(report);
    }
  }

  private void sweep(Job job, RrfValues constants) {
    CacheCounts counts = new CacheCounts();
    try (var pipeline = job.pipeline(counts.and(Progress.console()))) {
      List<RrfFusion> fusions = constants.values().stream().map(RrfFusion::new).toList();
      var inputs = job.inputs(constants.values().get(0));
      List<Explanation> before = explain(fusions.stream().map(inputs::rrf).toList(), pipeline);
      var scores = pipeline.evaluation(HybridRetrievalPipeline.over(inputs).eachRrf(fusions));
      Sweep measured = Sweep.of(job.collection().name(), constants, scores.values());
      warn(pipeline.judgmentGaps(inputs));
      ReportPrinter printer = new ReportPrinter(spec.commandLine().getOut());
      if (json) {
        printer.json(measured, cacheReport(job, before, counts));
      } else {
        printer.table(measured);
      }
    }
  }

  /** Explains what would run, if anybody will read it. */
  private List<Explanation> explain(
      List<HybridRetrievalPipeline.Inputs> runs, HybridRetrievalPipeline pipeline) {
    return json && cacheFolder != null ? runs.stream().map(pipeline::explain).toList() : List.of();
  }

  private @Nullable CacheReport cacheReport(Job job, List<Explanation> before, CacheCounts counts) {
    return cacheFolder == null ? null : CacheReport.of(before, counts, job.opened());
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

  private void search(Job job, String text) {
    try (var pipeline = job.search(Progress.console())) {
      var inputs = job.searchInputs(rrf).query(new Query("question", text));
      List<Passage> passages = pipeline.passages(inputs);
      // Given, they are not read again. A cache has the index under the file that it was made of.
      List<Hit> hits = pipeline.hits(cacheFolder == null ? inputs.passages(passages) : inputs);
      new HitPrinter(spec.commandLine().getOut(), passages).answer(text, hits, json);
    }
  }
}
