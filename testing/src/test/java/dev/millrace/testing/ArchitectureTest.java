package dev.millrace.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.millrace.processor.MillraceProcessor;
import dev.millrace.processor.resolve.Names;

/** The arrows of this module: what its classes may know. */
@AnalyzeClasses(packages = "dev.millrace.testing", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule bringsNoTestFrameworkAlong =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "javax.tools..", "org.jspecify..", "dev.millrace..");

  @ArchTest
  static final ArchRule knowsTheCompilerByItsDoorAndItsGuessesAlone =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.millrace.processor..")
                  .and(not(belongToAnyOf(MillraceProcessor.class, Names.class))));

  @ArchTest
  static final ArchRule onlyTheFakeEncoderNeedsTheRetrievalNodes =
      noClasses()
          .that()
          .doNotHaveSimpleName("FakeEncoder")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.millrace.retrieval..");

  @ArchTest
  static final ArchRule staysOutOfWhatGeneratedCodeCalls =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.millrace.runtime.spi..");
}
