package dev.millrace.runtime.cache.code;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Names of parts for people. What has a name only by counting is named after the part that met it
 * first: {@code Flow.tokens(String) lambda 1}.
 */
final class Shown {
  private final Map<Key, String> parts = new HashMap<>();
  private final Map<String, String> classes = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  String name(Key key) {
    return parts.getOrDefault(key, key.owner());
  }

  /** Names a class that has no name of its own. */
  void derive(String nameless, Key from) {
    classes.put(nameless, counted(name(from), "class"));
  }

  /** Names a part when it is first met. */
  void derive(Key key, Key from, ClassFile.@Nullable Method method) {
    parts.put(key, named(key, from, method));
  }

  /** Says of a part why it is there. */
  void because(Key key, String why) {
    parts.putIfAbsent(key, "all application code, for " + why);
  }

  private String named(Key key, Key from, ClassFile.@Nullable Method method) {
    String owner = type(key.owner());
    return switch (key.kind()) {
      case METHOD ->
          method != null && method.is(Opcodes.ACC_SYNTHETIC) && method.nameless()
              ? counted(name(from), key.name().startsWith("lambda$") ? "lambda" : "synthetic")
              : owner + "." + key.name() + "(" + parameters(key.descriptor()) + ")";
      case INSTANCE -> owner + " (type)";
      case WHOLE -> owner + " (whole)";
      case SCHEMA -> owner + " (schema)";
      case CONSTANT -> owner + "." + key.name();
      case RESOURCE -> key.owner();
      case EVERYTHING -> parts.getOrDefault(key, "all application code");
    };
  }

  private String counted(String name, String what) {
    String prefix = name + " " + what;
    return prefix + " " + counts.merge(prefix, 1, Integer::sum);
  }

  private String type(String name) {
    return classes.getOrDefault(name, name.replace('/', '.'));
  }

  private static String parameters(String descriptor) {
    return Arrays.stream(Type.getArgumentTypes(descriptor))
        .map(each -> each.getClassName().substring(each.getClassName().lastIndexOf('.') + 1))
        .collect(Collectors.joining(", "));
  }
}
