package dev.millrace.processor.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Runs a processor and stands between it and the files that it writes; none may it read. It wraps
 * the processor's environment, as build tools do.
 */
public final class FilerInTheWay extends AbstractProcessor {
  private final Processor processor;
  private final Hook hook;

  private FilerInTheWay(Processor processor, Hook hook) {
    this.processor = processor;
    this.hook = hook;
  }

  private interface Hook {
    void creating(String name, Element[] origins) throws IOException;
  }

  /** Returns the processor, unable to write anything. */
  public static Processor fullDisk(Processor processor) {
    return new FilerInTheWay(
        processor,
        (name, origins) -> {
          throw new IOException("the disk is full");
        });
  }

  /** Returns the processor, unable to write files whose names end so. */
  public static Processor fullDisk(Processor processor, String ending) {
    return new FilerInTheWay(
        processor,
        (name, origins) -> {
          if (name.endsWith(ending)) {
            throw new IOException("the disk is full");
          }
        });
  }

  /** Returns the processor; notes what it writes, and from what: {@code a.B <- [a.A]}. */
  public static Processor watched(Processor processor, List<String> written) {
    return new FilerInTheWay(
        processor,
        (name, origins) -> {
          List<String> from = new ArrayList<>();
          Arrays.stream(origins)
              .forEach(each -> from.add(((TypeElement) each).getQualifiedName().toString()));
          written.add(name + " <- " + from);
        });
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    Filer filer = environment.getFiler();
    Filer hooked =
        proxy(
            Filer.class,
            (method, arguments) -> {
              if (method.getName().startsWith("create")) {
                int last = arguments.length - 1;
                List<String> name = new ArrayList<>();
                Arrays.stream(arguments, 0, last).forEach(each -> name.add(each.toString()));
                hook.creating(String.join("/", name), (Element[]) arguments[last]);
              } else if (method.getName().equals("getResource")) {
                throw new AssertionError("reads " + Arrays.toString(arguments));
              }
              return method.invoke(filer, arguments);
            });
    processor.init(
        proxy(
            ProcessingEnvironment.class,
            (method, arguments) ->
                method.getName().equals("getFiler")
                    ? hooked
                    : method.invoke(environment, arguments)));
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return answer.to(method, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  private interface Answer {
    Object to(Method method, Object[] arguments) throws Throwable;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return processor.getSupportedOptions();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return processor.process(annotations, round);
  }
}
