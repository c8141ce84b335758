package dev.millrace.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Keeps the arrows.
 *
 * <pre>
 *   cli -> cli.cache -> runtime, runtime.cache and its stores
 *   cli.cache -> cli (RefusedException)     only that
 *   cli.cache -> Jackson (Json, and what prints it)
 *   nobody names java.sql: the ledger does
 * </pre>
 */
@AnalyzeClasses(packages = "dev.millrace.cli", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule dependsOnTheRuntimeAndFewOthers =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.lang..",
              "java.math",
              "java.nio..",
              "java.time..",
              "java.util..",
              "org.jspecify.annotations",
              "picocli",
              "com.fasterxml.jackson.databind..",
              "dev.millrace.cli..",
              "dev.millrace.runtime",
              "dev.millrace.runtime.cache",
              "dev.millrace.runtime.cache.disk",
              "dev.millrace.runtime.cache.folder",
              "dev.millrace.runtime.cache.ledger",
              "dev.millrace.runtime.cache.memory",
              "dev.millrace.runtime.cache.pack");

  @ArchTest
  static final ArchRule commandsKnowOnlyHowToRefuse =
      noClasses()
          .that()
          .resideInAPackage("dev.millrace.cli.cache")
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<>("other classes of cli") {
                @Override
                public boolean test(JavaClass named) {
                  return named.getPackageName().equals("dev.millrace.cli")
                      && !named.getSimpleName().equals("RefusedException");
                }
              });
}
