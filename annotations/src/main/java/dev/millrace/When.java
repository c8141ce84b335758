package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@link Node} the variant of its output for one constant of the enum that all its variants
 * read.
 *
 * <pre>{@code
 * @Node("fused") @When("RRF")
 * static List<Hit> byRank(Fusion fusion, List<Hit> bm25, List<Hit> dense) { … }
 *
 * @Node("fused") @When("LINEAR")
 * static List<Hit> byScore(Fusion fusion, List<Hit> bm25, List<Hit> dense) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface When {
  /** Returns the constant's name. */
  String value();
}
