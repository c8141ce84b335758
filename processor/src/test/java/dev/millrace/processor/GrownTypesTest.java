package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Report;
import dev.millrace.runtime.UnknownVariantException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sealed types and enums of another module, and what becomes of variants when those grow. */
final class GrownTypesTest {
  private static final String SHAPE =
      """
      package lib;
      public sealed interface Shape {
        record Dot() implements Shape {}
        record Line(int length) implements Shape {}
        static Shape newest() {
          return new Line(3);
        }
      }
      """;

  private static final String COLOR =
      """
      package lib;
      public final class Paint {
        public enum Color { RED, BLUE }
        public static Color newest() {
          return Color.BLUE;
        }
      }
      """;

  private static final String GROWN_SHAPE =
      SHAPE
          .replace("static Shape", "record Box() implements Shape {}\n  static Shape")
          .replace("new Line(3)", "new Box()");

  private static final String GROWN_COLOR =
      COLOR.replace("BLUE }", "BLUE, GREEN }").replace("Color.BLUE", "Color.GREEN");

  private static final String APP =
      """
      package app;
      import dev.millrace.*;
      import java.util.List;
      import lib.Paint;
      import lib.Shape;
      @Pipeline
      interface App {
        @Node
        static int size(Shape.Dot shape) {
          return 0;
        }
        @Node
        static int size(Shape.Line shape) {
          return shape.length();
        }
        @Node("name") @When("RED")
        static String red(Paint.Color color) {
          return "red";
        }
        @Node("name") @When("BLUE")
        static String blue(Paint.Color color) {
          return "blue";
        }
        @Pipeline(App.class)
        interface Many {
          @Nested(value = App.class, output = "size")
          List<Integer> sizes(@Each("shape") List<Shape> shapes);
          @Nested(value = App.class, output = "size")
          List<dev.millrace.runtime.Outcome<Integer>> kept(@Each("shape") List<Shape> shapes);
          @Nested(value = App.class, output = "name")
          String once(@As("color") Paint.Color paint);
        }
        static Object size() {
          return AppPipeline.builder().build().size(AppPipeline.given().shape(Shape.newest()));
        }
        static Object name() {
          return AppPipeline.builder().build().name(AppPipeline.given().color(Paint.newest()));
        }
        static Object sizes() {
          return App_ManyPipeline.builder().build()
              .sizes(App_ManyPipeline.given().shapes(List.of(new Shape.Dot(), Shape.newest())));
        }
        static Object kept() {
          return App_ManyPipeline.builder().build()
              .kept(App_ManyPipeline.given().shapes(List.of(Shape.newest(), new Shape.Dot())));
        }
        static Object once() {
          return App_ManyPipeline.builder().build()
              .once(App_ManyPipeline.given().paint(Paint.newest()));
        }
      }
      """;

  @TempDir Path folder;

  private Built library(CompilerUnderTest compiler, String... sources) {
    return Build.on(compiler).source(sources).succeed();
  }

  private Built app(CompilerUnderTest compiler, Built library) {
    return Build.on(compiler)
        .against(library.saveAsJar(folder.resolve("lib.jar")))
        .source(APP)
        .run();
  }

  @ParameterizedTest
  @EnumSource
  void theTypesMayComeFromAJar(CompilerUnderTest compiler) throws Exception {
    Built library = library(compiler, SHAPE, COLOR);
    Built app = app(compiler, library).on(library);
    assertEquals(3, app.call("app.App", "size"));
    assertEquals("blue", app.call("app.App", "name"));
    assertEquals(List.of(0, 3), app.call("app.App", "sizes"));
    assertEquals("blue", app.call("app.App", "once"));
  }

  @ParameterizedTest
  @EnumSource
  void aValueThatIsNewerThanThePipelineIsNamed(CompilerUnderTest compiler) {
    Built app =
        app(compiler, library(compiler, SHAPE, COLOR))
            .on(library(compiler, GROWN_SHAPE, GROWN_COLOR));
    String ofBox =
        "\"%s\" has no variant for \"shape\" = a lib.Shape$Box, which was not there when the"
            + " pipeline was compiled; compile the pipeline again";
    String ofGreen =
        "\"%s\" has no variant for \"color\" = lib.Paint$Color.GREEN, which was not there when the"
            + " pipeline was compiled; compile the pipeline again";
    assertEquals(ofBox.formatted("size"), unknown(app, "size"));
    assertEquals(ofGreen.formatted("name"), unknown(app, "name"));
    assertEquals(ofBox.formatted("sizes.size"), unknown(app, "sizes"));
    assertEquals(ofGreen.formatted("once.name"), unknown(app, "once"));
  }

  private static String unknown(Built app, String scenario) {
    return assertThrows(UnknownVariantException.class, () -> app.call("app.App", scenario))
        .getMessage();
  }

  @ParameterizedTest
  @EnumSource
  void inASoftMapItIsTheItemsFailure(CompilerUnderTest compiler) throws Exception {
    Built app =
        app(compiler, library(compiler, SHAPE, COLOR)).on(library(compiler, GROWN_SHAPE, COLOR));
    assertEquals(
        "[Failed[\"kept.size\", item 0: dev.millrace.runtime.UnknownVariantException:"
            + " \"kept.size\" has no variant for \"shape\" = a lib.Shape$Box, which was not there"
            + " when the pipeline was compiled; compile the pipeline again], Ok[value=0]]",
        app.call("app.App", "kept").toString());
  }

  @ParameterizedTest
  @EnumSource
  void theNextBuildOfThePipelineAsksForTheVariant(CompilerUnderTest compiler) {
    Built app = app(compiler, library(compiler, GROWN_SHAPE, GROWN_COLOR));
    assertEquals(
        List.of(
            "[VariantMissing] \"size\" has no variant for Shape.Box of Shape; add one",
            "[VariantMissing] \"name\" has no variant for GREEN of Paint.Color; add one"),
        app.coded().stream().map(Report::text).distinct().toList());
  }
}
