package dev.millrace.processor.property;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Explanation;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pipeline that was compiled. */
final class Askable {
  static final RunListener NOBODY = run -> RunObserver.NONE;

  private final Method open;
  private final Method answer;
  private final Method answers;
  private final Method explained;

  Askable(ClassLoader loader, String name) throws ReflectiveOperationException {
    Class<?> type = loader.loadClass("g." + name);
    this.open =
        method(
            type,
            "open",
            Cache.class,
            Engine.class,
            int.class,
            int.class,
            boolean.class,
            RunListener.class);
    this.answer = method(type, "answer", AutoCloseable.class, Map.class, String.class);
    this.answers =
        method(
            type,
            "answers",
            AutoCloseable.class,
            Map.class,
            String.class,
            List.class,
            String.class);
    this.explained = method(type, "explained", AutoCloseable.class, Map.class);
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters)
      throws ReflectiveOperationException {
    Method method = type.getMethod(name, parameters);
    method.setAccessible(true);
    return method;
  }

  /** Opens it, with a cache or without. */
  Asked open(@Nullable Cache cache, Manner manner, RunListener listener) throws Exception {
    return new Asked(
        (AutoCloseable)
            called(
                open,
                cache,
                manner.engine(),
                manner.chunkRows(),
                manner.lanes(),
                manner.batchTwins(),
                listener));
  }

  private static Object called(Method method, @Nullable Object... arguments) throws Exception {
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof Exception exception) {
        throw exception;
      }
      throw (Error) thrown.getCause();
    }
  }

  /** A pipeline that is open. */
  final class Asked implements AutoCloseable {
    private final AutoCloseable pipeline;

    private Asked(AutoCloseable pipeline) {
      this.pipeline = pipeline;
    }

    /** Returns the answer as it is, or throws it. */
    Object raw(Question question) throws Exception {
      return question.isOfOneRun()
          ? called(answer, pipeline, question.given(), question.output())
          : called(
              answers,
              pipeline,
              question.given(),
              question.each(),
              question.values(),
              question.output());
    }

    /** Returns the answer, be it a failure, as what can be compared. */
    @Nullable Object to(Question question) {
      try {
        return Shown.of(raw(question));
      } catch (Exception failure) {
        return Shown.of(failure);
      }
    }

    Explanation explain(Question question) throws Exception {
      return (Explanation) called(explained, pipeline, question.given());
    }

    @Override
    public void close() {
      try {
        pipeline.close();
      } catch (Exception impossible) {
        throw new IllegalStateException("a pipeline was not closed", impossible);
      }
    }
  }
}
