package dev.millrace.processor.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Runs a processor that can write nothing. */
public final class FullDisk extends AbstractProcessor {
  private final Processor processor;

  /** Makes one around a processor. */
  public FullDisk(Processor processor) {
    this.processor = processor;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    Filer full =
        proxy(
            Filer.class,
            environment.getFiler(),
            "createSourceFile",
            arguments -> {
              throw new IOException("the disk is full");
            });
    processor.init(proxy(ProcessingEnvironment.class, environment, "getFiler", arguments -> full));
  }

  /** What stands in for one method. */
  interface Answer {
    Object to(Object[] arguments) throws IOException;
  }

  static <T> T proxy(Class<T> type, T real, String method, Answer answer) {
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
