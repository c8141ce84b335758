package dev.millrace.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fails on chosen items, so that a test sees what a pipeline makes of it. Safe for use by many
 * threads.
 *
 * <pre>
 *   a node that calls an interface   .encoder(failing.around(Encoder.class, encoder))
 *   a node that calls a function     .scorer(failing.before(scorer))
 *   a node of the test's own         failing.check(item), failing being an input or a constant
 * </pre>
 *
 * <p>A twin that fails is run again item by item. What is chosen by the item ({@link #on}) then
 * fails again; what is chosen by number ({@link #nth}, {@link #first}) is counted on, and so looks
 * like trouble that passes.
 */
public final class Failing {
  private final Rule rule;
  private final @Nullable Supplier<? extends Exception> exceptions;
  private final AtomicLong checks = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();

  private Failing(Rule rule, @Nullable Supplier<? extends Exception> exceptions) {
    this.rule = rule;
    this.exceptions = exceptions;
  }

  /** Decides whether to fail on an item, which is looked at as the so-manyth, from 1. */
  @FunctionalInterface
  private interface Rule {
    boolean isDue(@Nullable Object item, long number);
  }

  /** Fails on every item that fits. */
  public static Failing on(Predicate<@Nullable Object> due) {
    return new Failing((item, number) -> due.test(item), null);
  }

  /** Fails on every item of a type that fits; on no others. */
  public static <T> Failing on(Class<T> type, Predicate<? super T> due) {
    return on(item -> type.isInstance(item) && due.test(type.cast(item)));
  }

  /** Fails on one item, the first being 1. */
  public static Failing nth(long nth) {
    long due = positive(nth);
    return new Failing((item, number) -> number == due, null);
  }

  /** Fails on the first so many items, and on none after that. */
  public static Failing first(long count) {
    long last = positive(count);
    return new Failing((item, number) -> number <= last, null);
  }

  /** Fails on the first item alone. */
  public static Failing once() {
    return first(1);
  }

  /** Fails on every item. */
  public static Failing always() {
    return on(item -> true);
  }

  /** Fails on none, and counts. */
  public static Failing never() {
    return on(item -> false);
  }

  /**
   * Returns the same, counting from nothing, that throws these exceptions, a new one each time;
   * {@link InjectedFailure} unless set. A checked one is thrown as it is, declared or not.
   */
  public Failing with(Supplier<? extends Exception> exceptions) {
    return new Failing(rule, Objects.requireNonNull(exceptions, "exceptions"));
  }

  /** Returns the item, or fails if it is due. */
  public <T extends @Nullable Object> T check(T item) {
    long number = checks.incrementAndGet();
    if (rule.isDue(item, number)) {
      failures.incrementAndGet();
      throw Failing.<RuntimeException>asItIs(
          exceptions == null
              ? new InjectedFailure("injected, at item " + number + ": " + Form.of(item).shown())
              : exceptions.get());
    }
    return item;
  }

  /** Checks each item in turn; returns them, or fails at the first that is due. */
  public <C extends Iterable<?>> C checkAll(C items) {
    items.forEach(this::check);
    return items;
  }

  /** Returns a function that checks its argument first. */
  public <A, R> Function<A, R> before(Function<? super A, ? extends R> function) {
    return argument -> function.apply(check(argument));
  }

  /**
   * Returns an object that checks first and then does what another does. Every method of the
   * interface with parameters checks its first argument, or each element of it if it is a list or
   * another {@link Iterable}.
   *
   * <p>A checked exception that the method does not declare arrives inside an {@link
   * java.lang.reflect.UndeclaredThrowableException}.
   *
   * @throws IllegalArgumentException if the type is no interface
   */
  public <T> T around(Class<T> type, T real) {
    if (!type.isInterface()) {
      throw new IllegalArgumentException(
          type.getName() + " is no interface; call check in a subclass, or use before");
    }
    Objects.requireNonNull(real, "real");
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(real, method, arguments)));
  }

  private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (arguments != null && method.getDeclaringClass() != Object.class) {
      if (arguments[0] instanceof Iterable<?> items) {
        checkAll(items);
      } else {
        check(arguments[0]);
      }
    }
    try {
      method.setAccessible(true);
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  /** Returns how many items were looked at. */
  public long checks() {
    return checks.get();
  }

  /** Returns how many of them failed. */
  public long failures() {
    return failures.get();
  }

  @Override
  public String toString() {
    return "Failing[" + failures + " of " + checks + "]";
  }

  private static long positive(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("items are counted from 1, not " + number);
    }
    return number;
  }

  @SuppressWarnings("unchecked") // X is inferred, never checked
  private static <X extends Exception> X asItIs(Exception failure) throws X {
    throw (X) failure;
  }
}
