package dev.millrace.processor.testing;

import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.params.provider.Arguments;

/** The compilers that the processor must work under: everything is tested on both. */
public enum CompilerUnderTest {
  /** The one of the JDK that runs the tests. */
  JAVAC {
    @Override
    Built compile(Build build) {
      return JavacHost.compile(build);
    }

    @Override
    JavaCompiler tool() {
      return ToolProvider.getSystemJavaCompiler();
    }

    @Override
    List<String> strictest() {
      return List.of("-Xlint:all", "-Werror");
    }
  },

  /** Eclipse's. */
  ECJ {
    @Override
    Built compile(Build build) {
      return compileInFolder(build);
    }

    @Override
    JavaCompiler tool() {
      return new EclipseCompiler();
    }

    @Override
    List<String> strictest() {
      return List.of("-source", "17", "-target", "17", "-g");
    }
  };

  /**
   * Returns the arguments of a test's cases, each case once for each compiler, which comes last.
   */
  public static Stream<Arguments> each(Stream<List<String>> cases) {
    return cases.flatMap(
        each ->
            Stream.of(values())
                .map(
                    compiler ->
                        Arguments.of(Stream.concat(each.stream(), Stream.of(compiler)).toArray())));
  }

  abstract Built compile(Build build);

  /** Compiles from and to files, in a folder that is another one each time. */
  final Built compileInFolder(Build build) {
    return FolderHost.compile(tool(), build);
  }

  abstract JavaCompiler tool();

  /** Returns the options under which generated code must compile without a warning. */
  abstract List<String> strictest();
}
