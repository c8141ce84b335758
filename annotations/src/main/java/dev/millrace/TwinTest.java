package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a JUnit test that compares each node of some classes with its {@link Batch} twin. Stands
 * on a class of the test sources, which are compiled with {@code -Amillrace.twinTests=true}; the
 * test is generated beside it.
 *
 * <p>Values are made up for primitives, strings, enums, records, and lists, optionals and arrays of
 * such; for any other type, and to have better ones, the class has a static method without
 * parameters that returns it: a method of the name of a parameter, or of a record's component, is
 * for that one, any other for its type. Where it returns {@code Samples}, they are many.
 *
 * <p>The test of {@code X} is {@code X_TwinTest}. It needs {@code millrace-testing} and JUnit 5.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TwinTest {
  /** Returns the classes of nodes. */
  Class<?>[] value();
}
