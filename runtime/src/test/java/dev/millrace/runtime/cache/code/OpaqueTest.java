package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which methods of the platform lead to code that nobody names. */
final class OpaqueTest {
  private static Ref behind(String called) {
    int dot = called.lastIndexOf('.');
    return Opaque.behind(called.substring(0, dot), called.substring(dot + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/lang/Class.forName",
        "java/lang/Class.getDeclaredMethods",
        "java/lang/Class.getAnnotation",
        "java/lang/reflect/Method.invoke",
        "java/lang/reflect/Constructor.newInstance",
        "java/lang/reflect/Field.getInt",
        "java/util/ServiceLoader.load",
        "java/util/ResourceBundle.getBundle",
        "java/lang/ClassLoader.getResources",
        "java/io/ObjectInputStream.readObject",
        "java/lang/invoke/MethodHandles$Lookup.findStatic",
      })
  void reflectionReachesAnything(String called) {
    String shown = called.substring(called.lastIndexOf('/') + 1).replace('$', '.');
    assertEquals(new Ref.Anything(shown), behind(called));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/lang/ClassLoader.defineClass",
        "java/net/URLClassLoader.<init>",
        "java/lang/invoke/MethodHandles$Lookup.defineHiddenClass",
        "java/lang/System.loadLibrary",
        "javax/tools/ToolProvider.getSystemJavaCompiler",
      })
  void codeThatIsMadeOrLoadedCannotBeRead(String called) {
    String shown = called.substring(called.lastIndexOf('/') + 1).replace('$', '.');
    assertEquals(new Ref.Unreadable(shown), behind(called));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/lang/String.length",
        "java/lang/Class.getName",
        "java/lang/reflect/Field.getName",
        "java/lang/invoke/MethodHandles$Lookup.findVarHandle",
        "java/util/List.get",
      })
  void othersRunWhatTheyAreGiven(String called) {
    assertNull(behind(called));
  }
}
