package dev.millrace.processor;

import com.google.auto.service.AutoService;
import dev.millrace.processor.collect.Annotations;
import dev.millrace.processor.collect.Collector;
import dev.millrace.processor.collect.PurityRule;
import dev.millrace.processor.collect.UnresolvedTypeException;
import dev.millrace.processor.generate.Generator;
import dev.millrace.processor.model.CodecTypes;
import dev.millrace.processor.model.KeyTypes;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.ResourceModel;
import dev.millrace.processor.options.Options;
import dev.millrace.processor.picture.PlanJson;
import dev.millrace.processor.picture.PlanSummary;
import dev.millrace.processor.plan.CacheNotes;
import dev.millrace.processor.plan.CodecPlan;
import dev.millrace.processor.plan.CodecPlanner;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.KeyPlan;
import dev.millrace.processor.plan.KeyPlanner;
import dev.millrace.processor.plan.Planner;
import dev.millrace.processor.plan.WorkPlan;
import dev.millrace.processor.plan.WorkPlanner;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Resolver;
import dev.millrace.processor.validate.ResourceKeyRule;
import dev.millrace.processor.validate.Validator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Turns annotated methods into typed pipelines, and says what is wrong with them. */
@AutoService(Processor.class)
public final class MillraceProcessor extends AbstractProcessor {
  private static final List<String> PLACED =
      List.of(
          Annotations.NESTED,
          Annotations.EACH,
          Annotations.AS,
          Annotations.IN,
          Annotations.INPUT,
          Annotations.DEFAULT,
          Annotations.SPLIT,
          Annotations.RETRY,
          Annotations.TIMEOUT,
          Annotations.RATE_LIMIT,
          Annotations.WHEN,
          Annotations.BY_NAME,
          Annotations.BY_CONTENT);

  private final Set<String> sources = new HashSet<>();
  // The compiler's elements change from round to round; names stay.
  private final Map<String, String> deferredOwners = new LinkedHashMap<>();
  private final Map<String, String> deferredResources = new LinkedHashMap<>();
  private final Map<String, String> deferredStored = new LinkedHashMap<>();
  private final Map<String, String> deferredPipelines = new LinkedHashMap<>();
  private final Map<String, String> deferredTests = new LinkedHashMap<>();
  private final Problems aboutOptions = new Problems();
  private Options options;
  private ProblemPrinter printer;
  private SourceWriter writer;

  /** Makes the processor; the compiler does so itself. */
  public MillraceProcessor() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    options = Options.read(environment.getOptions(), aboutOptions);
    printer = new ProblemPrinter(environment.getMessager(), options.strict());
    writer = new SourceWriter(environment.getFiler(), environment.getMessager());
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.millrace.*", "dev.millrace.index.*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.answeredFor(isInitialized() ? processingEnv.getOptions().keySet() : Set.of());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /** Claims the annotations: they are Millrace's own, and no other processor waits for them. */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      reportUnresolved();
      return true;
    }
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        sources.add(type.getQualifiedName().toString());
      }
    }
    printer.nextRound();
    printer.print(aboutOptions);
    Problems problems = new Problems();
    Collector collector =
        new Collector(
            processingEnv.getElementUtils(), processingEnv.getTypeUtils(), sources, problems);
    PurityRule purity = new PurityRule(processingEnv);
    Set<TypeElement> owners = byName();
    owners.addAll(again(deferredOwners));
    Set<TypeElement> pipelines = byName();
    pipelines.addAll(again(deferredPipelines));
    for (String annotation : Annotations.INDEXED) {
      annotated(round, annotation)
          .forEach(method -> owners.add((TypeElement) method.getEnclosingElement()));
    }
    for (Element type : annotated(round, Annotations.PIPELINE)) {
      pipelines.add((TypeElement) type);
      owners.add((TypeElement) type);
    }
    Set<TypeElement> resources = byName();
    resources.addAll(again(deferredResources));
    annotated(round, Annotations.STATEFUL).forEach(type -> resources.add((TypeElement) type));
    for (TypeElement owner : owners) {
      deferring(owner, deferredOwners, () -> index(collector, owner));
      purity.check(owner, problems);
      printer.print(problems, owner);
    }
    for (TypeElement type : resources) {
      deferring(
          type,
          deferredResources,
          () ->
              collector
                  .resource(type)
                  .ifPresent(
                      model -> {
                        boolean isKeyed = options.cache() && keys(collector, problems, model, type);
                        writer.write(Generator.resource(model, isKeyed), type, sources);
                      }));
      printer.print(problems, type);
    }
    for (String annotation : PLACED) {
      for (Element each : annotated(round, annotation)) {
        collector.checkPlace(each, annotation);
        printer.print(problems, each);
      }
    }
    for (Element each : annotated(round, Annotations.CACHE_KEY)) {
      collector.checkCacheKey(each);
      printer.print(problems, each);
    }
    Set<TypeElement> stored = byName();
    stored.addAll(again(deferredStored));
    for (Element each : annotated(round, Annotations.STORED)) {
      if (each instanceof TypeElement type) {
        stored.add(type);
      } else {
        collector.checkPlace(each, Annotations.STORED);
        printer.print(problems, each);
      }
    }
    for (TypeElement type : stored) {
      deferring(type, deferredStored, () -> collector.checkStored(type));
      printer.print(problems, type);
    }
    for (TypeElement type : pipelines) {
      deferring(type, deferredPipelines, () -> compile(collector, problems, type));
      printer.print(problems, type);
    }
    Set<TypeElement> tests = byName();
    tests.addAll(again(deferredTests));
    annotated(round, Annotations.TWIN_TEST).forEach(type -> tests.add((TypeElement) type));
    for (TypeElement type : tests) {
      deferring(type, deferredTests, () -> test(collector, type));
      printer.print(problems, type);
    }
    return true;
  }

  /** Returns a set in one order, in which ever order the compiler gives. */
  private static Set<TypeElement> byName() {
    return new TreeSet<>(Comparator.comparing(type -> type.getQualifiedName().toString()));
  }

  /** Returns the classes that were put off, and forgets that they were. */
  private Set<TypeElement> again(Map<String, String> deferred) {
    Set<TypeElement> types = new LinkedHashSet<>();
    deferred
        .keySet()
        .forEach(name -> types.add(processingEnv.getElementUtils().getTypeElement(name)));
    deferred.clear();
    return types;
  }

  private Set<? extends Element> annotated(RoundEnvironment round, String annotation) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(annotation);
    return type == null ? Set.of() : round.getElementsAnnotatedWith(type);
  }

  private void index(Collector collector, TypeElement owner) {
    collector.checkNodes(owner);
    writer.write(
        Generator.index(
            Collector.classRef(owner), Collector.isPublic(owner), collector.index(owner)),
        owner,
        sources);
  }

  private void test(Collector collector, TypeElement type) {
    if (options.twinTests()) {
      collector
          .twinTest(type)
          .ifPresent(model -> writer.write(Generator.twinTest(model), type, sources));
    } else {
      collector.refuseTwinTest(type);
    }
  }

  /** Writes the companion of keys of a resource, if it can have one. */
  private boolean keys(
      Collector collector, Problems problems, ResourceModel resource, TypeElement type) {
    KeyTypes keys = collector.keyTypes(type);
    ResourceKeyRule.check(resource, keys, problems);
    Optional<KeyPlan> plan = new KeyPlanner(collector.types(), keys).plan(resource);
    return plan.isPresent() && writer.write(Generator.keys(plan.get()), type, sources);
  }

  /** Writes a pipeline if it is sound, whatever else of the build is not. */
  private void compile(Collector collector, Problems problems, TypeElement type) {
    Optional<PipelineModel> model = collector.pipeline(type);
    if (model.isEmpty()) {
      return;
    }
    Graph graph = new Resolver(collector.types()).resolve(model.get().members());
    Problems found = new Validator(collector.types()).check(model.get(), graph);
    problems.addAll(found);
    if (!model.get().isComplete() || !found.isSound()) {
      return;
    }
    ExecutionPlan plan = new Planner(collector.types()).plan(model.get(), graph);
    if (!options.cache()) {
      write(Generator.pipeline(plan, PlanJson.lines(plan), false), plan, type);
      return;
    }
    KeyTypes keys = collector.keyTypes(type);
    CodecTypes codecs = collector.codecTypes(type);
    found = Validator.checkCache(model.get(), graph, collector.types(), keys, codecs);
    problems.addAll(found);
    if (found.isSound()) {
      WorkPlan works = new WorkPlanner(collector.types(), keys).plan(plan);
      KeyPlan encoders = new KeyPlanner(collector.types(), keys).plan(model.get(), graph, works);
      CodecPlan stored = new CodecPlanner(codecs).plan(model.get(), graph);
      ExecutionPlan noted = plan.with(CacheNotes.of(works, stored));
      if (write(Generator.pipeline(noted, PlanJson.lines(noted), true), noted, type)) {
        Generator.cache(noted, works, encoders, stored)
            .forEach(each -> writer.write(each, type, sources));
      }
    }
  }

  /** Writes a pipeline and what else is asked for, and returns whether its class was free. */
  private boolean write(Generator.Source source, ExecutionPlan plan, TypeElement from) {
    boolean isWritten = writer.write(source, from, sources);
    if (isWritten) {
      options
          .plan()
          .forEach(
              format -> writer.write(source.name(), format.extension(), format.write(plan), from));
    }
    if (options.verbose()) {
      processingEnv.getMessager().printMessage(Kind.NOTE, PlanSummary.of(plan), from);
    }
    return isWritten;
  }

  /** Runs a step, or puts it off to the next round if a type it names is not there yet. */
  private static void deferring(TypeElement type, Map<String, String> deferred, Runnable step) {
    try {
      step.run();
    } catch (UnresolvedTypeException unresolved) {
      deferred.put(type.getQualifiedName().toString(), unresolved.getMessage());
    }
  }

  private void reportUnresolved() {
    deferredPipelines.forEach(
        (pipeline, type) ->
            processingEnv
                .getMessager()
                .printMessage(
                    Kind.ERROR,
                    Message.UNRESOLVED.format(pipeline, type),
                    processingEnv.getElementUtils().getTypeElement(pipeline)));
  }
}
