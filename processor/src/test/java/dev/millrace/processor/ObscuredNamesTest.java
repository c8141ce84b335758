package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.CompilerUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated code means what it says, whatever the classes around it are called. */
final class ObscuredNamesTest {

  @ParameterizedTest
  @EnumSource
  void aClassMayBeCalledLikeTheConstantOfAnOutput(CompilerUnderTest compiler) throws Exception {
    Object read =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                @Pipeline({OCR.class, ALL.class})
                interface P {
                  @Nested(NER.class) List<Integer> names(@Each("page") List<String> pages);
                  static Object main() {
                    return PPipeline.builder().build().names(PPipeline.inputs().image("a b")) + "";
                  }
                }
                """,
                """
                package t;
                import dev.millrace.*;
                final class OCR {
                  @Node static String ocr(String image) { return image; }
                }
                """,
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                final class ALL {
                  @Node static List<String> pages(String ocr) { return List.of(ocr.split(" ")); }
                }
                """,
                """
                package t;
                import dev.millrace.*;
                final class NER {
                  @Node static int ner(String page) { return page.length(); }
                }
                """)
            .succeed()
            .call("t.P", "main");
    assertEquals("[1, 1]", read);
  }

  @ParameterizedTest
  @EnumSource
  void thePackageMayHaveClassesNamedLikeThoseOfJavaLang(CompilerUnderTest compiler)
      throws Exception {
    Object run =
        Build.on(compiler)
            .source("package t;\nfinal class AutoCloseable {}")
            .source("package t;\nfinal class Override {}")
            .source("package t;\nfinal class Throwable {}")
            .source("package t;\nfinal class Exception {}")
            .source("package t;\nfinal class Object {}")
            .source("package t;\nrecord String(int length) {}")
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                @Pipeline
                interface P {
                  @Nested(Nodes.class) List<Integer> sizes(@Each("text") List<String> texts);
                  final class Nodes {
                    @Node static int size(String text) { return text.length(); }
                    @Batch static List<Integer> size(List<String> texts) {
                      return texts.stream().map(String::length).toList();
                    }
                  }
                  static java.lang.Object main() {
                    return PPipeline.builder().build().sizes(
                        PPipeline.inputs().texts(List.of(new String(3)))).get(0);
                  }
                }
                """)
            .succeed()
            .call("t.P", "main");
    assertEquals(3, run);
  }
}
