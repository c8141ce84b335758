package dev.millrace.retrieval;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.millrace.index.GeneratedFrom;

/** The arrows of this module: what its classes may know. */
@AnalyzeClasses(packages = "dev.millrace.retrieval", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsOnlyItsLibraries =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.millrace..",
              "org.jspecify..",
              "com.fasterxml.jackson..",
              "org.apache.lucene..",
              "ai.onnxruntime..");

  @ArchTest
  static final ArchRule knowsNeitherTheCompilerNorItsUsers =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.millrace.processor..", "dev.millrace.samples..", "dev.millrace.benchmarks..");

  @ArchTest
  static final ArchRule whatGeneratedCodeCallsIsCalledByNothingElse =
      noClasses()
          .that()
          .areNotAnnotatedWith(GeneratedFrom.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.millrace.runtime.spi");

  @ArchTest
  static final ArchRule theIndexesAloneAreStored =
      noClasses()
          .that()
          .areNotAnnotatedWith(GeneratedFrom.class)
          .and()
          .resideOutsideOfPackage("dev.millrace.retrieval.search")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.millrace.runtime.spi.codec");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.millrace.retrieval.(*)..").should().beFreeOfCycles();
}
