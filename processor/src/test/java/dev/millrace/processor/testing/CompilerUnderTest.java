package dev.millrace.processor.testing;

import java.util.List;

/** The compilers that the processor must work under: everything is tested on both. */
public enum CompilerUnderTest {
  /** The one of the JDK that runs the tests. */
  JAVAC {
    @Override
    Built compile(Build build) {
      return JavacHost.compile(build);
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
      return EcjHost.compile(build);
    }

    @Override
    List<String> strictest() {
      return List.of("-source", "17", "-target", "17", "-g");
    }
  };

  abstract Built compile(Build build);

  /** Returns the options under which generated code must compile without a warning. */
  abstract List<String> strictest();
}
