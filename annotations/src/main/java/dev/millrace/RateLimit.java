package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how often a node is called: {@code @RateLimit("50/s")} lets at most 50 calls begin within
 * any second, and has the others wait their turn. For a node that waits: one that returns a {@code
 * CompletionStage}, or is {@code blocking}.
 *
 * <p>Each attempt of a {@link Retry} is a call, and so is one of a {@link Batch} twin. The time of
 * a {@link Timeout} begins with the turn. All runs in a JVM of a pipeline that has the node share
 * the limit; two pipelines that both have it do not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RateLimit {
  /**
   * Returns how many calls, 1 to 100000, and within what: {@code "50/s"}, {@code "600/m"}, {@code
   * "1000/h"}.
   */
  String value();
}
