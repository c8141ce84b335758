package dev.millrace.processor.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
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

/** Runs a processor and stands between it and the files that it writes. */
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
            filer,
            "createSourceFile",
            arguments -> {
              hook.creating(arguments[0].toString(), (Element[]) arguments[1]);
              return filer.createSourceFile((CharSequence) arguments[0], (Element[]) arguments[1]);
            });
    processor.init(
        proxy(ProcessingEnvironment.class, environment, "getFiler", arguments -> hooked));
  }

  private interface Answer {
    Object to(Object[] arguments) throws IOException;
  }

  private static <T> T proxy(Class<T> type, T real, String method, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) -> {
              if (called.getName().equals(method)) {
                return answer.to(arguments);
              }
              try {
                return called.invoke(real, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
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
