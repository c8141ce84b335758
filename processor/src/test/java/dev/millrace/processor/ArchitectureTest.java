package dev.millrace.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data flows one way, and the compiler's own model ends at the first stage. */
@AnalyzeClasses(
    packages = "dev.millrace.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "dev.millrace.processor";

  @ArchTest static final ArchRule MODEL = stage("model");
  @ArchTest static final ArchRule REPORT = stage("report", "model");
  @ArchTest static final ArchRule COLLECT = stage("collect", "model", "report");
  @ArchTest static final ArchRule RESOLVE = stage("resolve", "model");
  @ArchTest static final ArchRule VALIDATE = stage("validate", "model", "report", "resolve");
  @ArchTest static final ArchRule PLAN = stage("plan", "model", "resolve");
  @ArchTest static final ArchRule PICTURE = stage("picture", "model", "plan");
  @ArchTest static final ArchRule GENERATE = stage("generate", "model", "plan", "picture");

  @ArchTest
  static final ArchRule OPTIONS = stage("options", "model", "report", "resolve", "picture");

  @ArchTest
  static final ArchRule THE_COMPILERS_MODEL_ENDS_WHERE_DECLARATIONS_ARE_COLLECTED =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".model",
              ROOT + ".report",
              ROOT + ".resolve",
              ROOT + ".validate",
              ROOT + ".plan",
              ROOT + ".picture",
              ROOT + ".options")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.lang.model..", "javax.annotation.processing..", "javax.tools..");

  @ArchTest
  static final ArchRule WHAT_IS_GENERATED_KNOWS_OF_THE_COMPILER_ONLY_MODIFIERS =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".generate")
          .should()
          .dependOnClassesThat(
              resideInAPackage("javax.lang.model..")
                  .or(resideInAPackage("javax.annotation.processing.."))
                  .and(isNot("javax.lang.model.element.Modifier")));

  @ArchTest
  static final ArchRule THE_WRITER_OF_SOURCE_IS_USED_BY_THE_LAST_STAGE_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".generate")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir.javapoet..");

  /** The only classes that may fail to load: the API is javac's alone. */
  @ArchTest
  static final ArchRule TREES_ARE_READ_IN_ONE_PLACE =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.collect\\.Javac(Bodies|Scope)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun..");

  @ArchTest
  static final ArchRule THE_RUNTIME_IS_NEVER_LOADED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.millrace.runtime..", "dev.millrace", "dev.millrace.index");

  /** A stage knows itself, what stands before it, and nothing else of the processor. */
  private static ArchRule stage(String name, String... before) {
    String[] allowed = new String[before.length + 1];
    allowed[0] = ROOT + "." + name;
    for (int i = 0; i < before.length; i++) {
      allowed[i + 1] = ROOT + "." + before[i];
    }
    return classes()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .negate()
                .or(JavaClass.Predicates.resideInAnyPackage(allowed)));
  }

  private static DescribedPredicate<JavaClass> isNot(String name) {
    return DescribedPredicate.describe("is not " + name, each -> !each.getName().equals(name));
  }
}
