package dev.millrace.processor;

import com.google.auto.service.AutoService;
import dev.millrace.processor.collect.Annotations;
import dev.millrace.processor.collect.Collector;
import dev.millrace.processor.collect.UnresolvedTypeException;
import dev.millrace.processor.generate.Generator;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Planner;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Resolver;
import dev.millrace.processor.validate.Validator;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Turns annotated methods into typed pipelines, and says what is wrong with them. */
@AutoService(Processor.class)
public final class MillraceProcessor extends AbstractProcessor {
  private final Set<String> sources = new HashSet<>();
  private final Map<String, String> deferred = new LinkedHashMap<>();
  private final Set<Problem> printed = new HashSet<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.millrace.*", "dev.millrace.index.*");
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
    Problems problems = new Problems();
    Collector collector =
        new Collector(
            processingEnv.getElementUtils(), processingEnv.getTypeUtils(), sources, problems);
    Set<TypeElement> pipelines = pipelines(round);
    Set<TypeElement> owners = owners(round);
    owners.forEach(owner -> index(collector, owner));
    owners.forEach(owner -> deferring(owner, () -> collector.checkNodes(owner)));
    print(problems, owners.stream().findFirst());
    pipelines.forEach(type -> deferring(type, () -> compile(collector, problems, type)));
    return true;
  }

  private Set<TypeElement> pipelines(RoundEnvironment round) {
    Set<TypeElement> pipelines = new LinkedHashSet<>();
    for (String name : Set.copyOf(deferred.keySet())) {
      pipelines.add(processingEnv.getElementUtils().getTypeElement(name));
    }
    deferred.clear();
    annotated(round, Annotations.PIPELINE).forEach(type -> pipelines.add((TypeElement) type));
    return pipelines;
  }

  /** The classes that get a companion: those with nodes, twins or nested uses. */
  private Set<TypeElement> owners(RoundEnvironment round) {
    Set<TypeElement> owners = new LinkedHashSet<>();
    for (String annotation :
        new String[] {Annotations.NODE, Annotations.BATCH, Annotations.NESTED}) {
      for (Element method : annotated(round, annotation)) {
        owners.add((TypeElement) method.getEnclosingElement());
      }
    }
    return owners;
  }

  private Set<? extends Element> annotated(RoundEnvironment round, String annotation) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(annotation);
    return type == null ? Set.of() : round.getElementsAnnotatedWith(type);
  }

  private void index(Collector collector, TypeElement owner) {
    boolean isPublic = true;
    for (Element each = owner; each instanceof TypeElement; each = each.getEnclosingElement()) {
      isPublic &= each.getModifiers().contains(Modifier.PUBLIC);
    }
    write(Generator.index(Collector.classRef(owner), isPublic, collector.index(owner)), owner);
  }

  private void compile(Collector collector, Problems problems, TypeElement type) {
    int before = problems.all().size();
    Optional<PipelineModel> model = collector.pipeline(type);
    if (model.isPresent() && problems.all().size() == before) {
      Graph graph = new Resolver(collector.types()).resolve(model.get().members());
      new Validator(collector.types()).check(graph, problems);
      if (problems.all().size() == before && problems.isEmpty()) {
        ExecutionPlan plan = new Planner(collector.types()).plan(model.get(), graph);
        write(Generator.pipeline(plan), type);
      }
    }
    print(problems, Optional.of(type));
  }

  /**
   * Runs a step, or puts the pipeline off to the next round if a type it names is not there yet.
   */
  private void deferring(TypeElement type, Runnable step) {
    try {
      step.run();
    } catch (UnresolvedTypeException unresolved) {
      boolean isPipeline =
          type.getAnnotationMirrors().stream()
              .anyMatch(
                  each ->
                      ((TypeElement) each.getAnnotationType().asElement())
                          .getQualifiedName()
                          .contentEquals(Annotations.PIPELINE));
      if (isPipeline) {
        deferred.put(type.getQualifiedName().toString(), unresolved.getMessage());
      }
    }
  }

  private void reportUnresolved() {
    deferred.forEach(
        (pipeline, type) ->
            processingEnv
                .getMessager()
                .printMessage(
                    Kind.ERROR,
                    Message.UNRESOLVED.format(pipeline, type),
                    processingEnv.getElementUtils().getTypeElement(pipeline)));
  }

  private void print(Problems problems, Optional<TypeElement> subject) {
    ProblemPrinter printer = new ProblemPrinter(processingEnv.getMessager());
    for (Problem problem : problems.all()) {
      if (printed.add(problem)) {
        subject.ifPresent(type -> printer.print(problem, type));
      }
    }
  }

  private void write(Generator.Source source, TypeElement origin) {
    try (Writer writer =
        processingEnv
            .getFiler()
            .createSourceFile(source.name().canonicalName(), origin)
            .openWriter()) {
      writer.write(source.text());
    } catch (IOException failure) {
      processingEnv
          .getMessager()
          .printMessage(
              Kind.ERROR,
              source.name().canonicalName() + " could not be written: " + failure.getMessage(),
              origin);
    }
  }
}
