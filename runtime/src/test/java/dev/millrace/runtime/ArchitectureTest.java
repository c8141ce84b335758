package dev.millrace.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.lmax.disruptor.RingBuffer;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.millrace.Node;
import dev.millrace.runtime.cache.vault.Place;
import dev.millrace.runtime.observe.ConsoleProgress;
import dev.millrace.runtime.observe.Terminal;
import dev.millrace.runtime.spi.MapRegion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.tree.ClassNode;

/**
 * Keeps the arrows.
 *
 * <pre>
 *   spi -> runtime (the errors, RunListener)      runtime names nothing of spi
 *   observe -> runtime (RunListener)              runtime names observe in Progress alone
 *   spi -> exec, observe                          exec names nobody
 *   observe -> jdk.jfr                            nobody else names that
 *   spi -> serve -> runtime (the errors)          nobody else names serve
 *   json -> runtime (Embedding)                   nobody names json, and it alone knows Jackson
 *   cache.pack, cache.ledger, cache.memory -> cache -> runtime (the stores)
 *   cache.folder -> cache, spi.codec (FolderCodec)
 *   cache.disk -> cache.pack, cache.folder        what a cache's folder has
 *   cache.ledger -> java.sql                      nobody else names that
 *   cache.code, cache.cone -> cache (Sha256)       cache.code alone reads class files
 *   runtime (Slab) -> memory                      memory names nobody, and alone knows Chronicle
 *   spi -> cache.key -> runtime (the errors)      nobody else names cache.key
 *   cache.* -> runtime (Signature)                no part names another, but disk and vault
 *   cache.vault -> cache.*, spi.codec             of runtime, Cache alone names it
 * </pre>
 *
 * <p>So there are two cycles of packages. Through {@code Progress}: users are to find the listener
 * beside the interface, and the drawing is to stay out of the exported package. And through {@code
 * Cache}, whose withers users name, and where it leads is the vault's.
 */
@AnalyzeClasses(
    packages = "dev.millrace.runtime",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule dependsOnFewOthers =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations",
              "dev.millrace",
              "dev.millrace.runtime",
              "dev.millrace.runtime.spi..",
              "dev.millrace.runtime.observe",
              "dev.millrace.runtime.exec",
              "dev.millrace.runtime.serve",
              "dev.millrace.runtime.memory",
              "dev.millrace.runtime.json",
              "dev.millrace.runtime.cache..",
              "org.objectweb.asm..",
              "com.fasterxml.jackson..",
              "jdk.jfr",
              "com.lmax.disruptor",
              "net.openhft.chronicle..");

  @ArchTest
  static final ArchRule theMemoryAloneKnowsChronicle =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.millrace.runtime.memory")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.openhft..");

  @ArchTest
  static final ArchRule theLedgerAloneKnowsDatabases =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.millrace.runtime.cache.ledger")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  /** The module may be missing, and this class is always loaded. */
  @ArchTest
  static final ArchRule theLedgerItselfLoadsWithoutDatabases =
      noClasses()
          .that()
          .haveSimpleName("Ledger")
          .and()
          .resideInAPackage("dev.millrace.runtime.cache.ledger")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule whatObservesAloneKnowsTheFlightRecorder =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.millrace.runtime.observe")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.jfr..");

  @ArchTest
  static final ArchRule theJsonAloneKnowsJackson =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.millrace.runtime.json")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "dev.millrace.runtime.json");

  @ArchTest
  static final ArchRule theCodeHashAloneReadsClassFiles =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.millrace.runtime.cache.code")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.objectweb.asm..");

  @ArchTest
  static final ArchRule theSpiAloneKnowsWhatKeysAreMadeOf =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.millrace.runtime.spi", "dev.millrace.runtime.cache.key")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.millrace.runtime.cache.key");

  @ArchTest
  static final ArchRule theApiNamesNothingOfTheSpi =
      noClasses()
          .that()
          .resideInAPackage("dev.millrace.runtime")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.millrace.runtime.spi..");

  @ArchTest
  static final ArchRule theApiNamesTheDrawingInProgressAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.millrace.runtime")
          .and()
          .areNotAssignableTo(Progress.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.millrace.runtime.observe..");

  @ArchTest
  static final ArchRule theApiNamesTheVaultInTheCacheAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.millrace.runtime")
          .and()
          .areNotAssignableTo(Cache.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.millrace.runtime.cache.vault");

  @ArchTest
  static final ArchRule thereIsNoOtherCycleOfPackages =
      slices()
          .matching("dev.millrace.(runtime..)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(equivalentTo(Progress.class), equivalentTo(ConsoleProgress.class))
          .ignoreDependency(equivalentTo(Progress.class), equivalentTo(Terminal.class))
          .ignoreDependency(equivalentTo(Cache.class), equivalentTo(Place.class));

  @ArchTest
  static final ArchRule onlyTheSpiKnowsAnother =
      slices()
          .matching("dev.millrace.runtime.(*)")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage("dev.millrace.runtime"))
          .ignoreDependency(
              resideInAPackage("dev.millrace.runtime.spi"),
              resideInAnyPackage(
                  "dev.millrace.runtime.cache",
                  "dev.millrace.runtime.exec",
                  "dev.millrace.runtime.observe",
                  "dev.millrace.runtime.serve"));

  @ArchTest
  static final ArchRule whatIsNotFinalIsMeantToBeExtended =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotAnonymousClasses()
          .and()
          .doNotHaveModifier(JavaModifier.FINAL)
          .and(describe("are not sealed", each -> !each.reflect().isSealed()))
          .should()
          .haveModifier(JavaModifier.ABSTRACT);

  /** A rule over nothing holds: this says that there is something. */
  @ArchTest
  static void everyPackageIsLookedAt(JavaClasses looked) {
    assertEquals(
        Set.of(
            "dev.millrace.runtime",
            "dev.millrace.runtime.spi",
            "dev.millrace.runtime.observe",
            "dev.millrace.runtime.exec",
            "dev.millrace.runtime.serve",
            "dev.millrace.runtime.memory",
            "dev.millrace.runtime.json",
            "dev.millrace.runtime.spi.codec",
            "dev.millrace.runtime.cache.claim",
            "dev.millrace.runtime.cache.cone",
            "dev.millrace.runtime.cache.disk",
            "dev.millrace.runtime.cache.folder",
            "dev.millrace.runtime.cache",
            "dev.millrace.runtime.cache.ledger",
            "dev.millrace.runtime.cache.memory",
            "dev.millrace.runtime.cache.pack",
            "dev.millrace.runtime.cache.vault",
            "dev.millrace.runtime.cache.code",
            "dev.millrace.runtime.cache.key"),
        looked.stream().map(each -> each.getPackageName()).collect(Collectors.toSet()));
    assertEquals(0, looked.stream().filter(equivalentTo(ArchitectureTest.class)).count());
  }

  @Test
  void theModuleExportsTheApiAndTheSpiToEverybodyAndNothingElse() throws IOException {
    ModuleDescriptor module = descriptor();
    assertEquals("dev.millrace.runtime", module.name());
    assertEquals(
        Set.of(
            "dev.millrace.runtime",
            "dev.millrace.runtime.json",
            "dev.millrace.runtime.spi",
            "dev.millrace.runtime.spi.codec"),
        module.exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet()));
    assertEquals(4, module.exports().size(), "no exports to some only");
    assertEquals(Set.of(), module.opens());
    assertEquals(
        Set.of(
            "java.base",
            "com.lmax.disruptor",
            "org.objectweb.asm",
            "org.objectweb.asm.tree",
            "dev.millrace.annotations"),
        module.requires().stream()
            .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
            .map(ModuleDescriptor.Requires::name)
            .collect(Collectors.toSet()));
  }

  /** On the module path a newcomer has neither Jackson nor Chronicle. */
  @Test
  void theModuleResolvesWithoutWhatIsOptional() {
    ModuleFinder few =
        ModuleFinder.of(
            location(MapRegion.class),
            location(Node.class),
            location(RingBuffer.class),
            location(ClassVisitor.class),
            location(ClassNode.class));
    Configuration resolved =
        ModuleLayer.boot()
            .configuration()
            .resolve(few, ModuleFinder.of(), Set.of("dev.millrace.runtime"));
    assertEquals(
        Set.of(
            "dev.millrace.runtime",
            "dev.millrace.annotations",
            "com.lmax.disruptor",
            "org.objectweb.asm",
            "org.objectweb.asm.tree"),
        resolved.modules().stream().map(ResolvedModule::name).collect(Collectors.toSet()));
  }

  private static Path location(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static ModuleDescriptor descriptor() throws IOException {
    Path classes = location(MapRegion.class);
    try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
      return ModuleDescriptor.read(in);
    }
  }
}
