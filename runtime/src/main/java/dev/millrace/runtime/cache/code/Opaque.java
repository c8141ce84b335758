package dev.millrace.runtime.cache.code;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The platform's methods behind which other code may run than the caller names.
 *
 * <p>Reflection finds what is on the class path, so all of that is hashed instead. Code that is
 * made or loaded at run time is nowhere to be hashed.
 */
final class Opaque {
  private static final Set<String> REFLECTION =
      Set.of(
          "java/lang/Class.forName",
          "java/lang/Class.newInstance",
          "java/lang/Class.getEnclosingMethod",
          "java/lang/Class.getClasses",
          "java/lang/ClassLoader.loadClass",
          "java/lang/ClassLoader.getResources",
          "java/lang/ClassLoader.resources",
          "java/lang/ClassLoader.getSystemResource",
          "java/lang/ClassLoader.getSystemResourceAsStream",
          "java/lang/ClassLoader.getSystemResources",
          "java/lang/Module.getResourceAsStream",
          "java/util/ResourceBundle.getBundle",
          "java/beans/Introspector.getBeanInfo",
          "java/lang/reflect/Method.invoke",
          "java/lang/reflect/Constructor.newInstance",
          "java/lang/reflect/RecordComponent.getAccessor",
          "java/util/ServiceLoader.load",
          "java/util/ServiceLoader.loadInstalled",
          "java/io/ObjectInputStream.readObject",
          "java/io/ObjectInputStream.readUnshared",
          "java/io/ObjectOutputStream.writeObject",
          "java/io/ObjectOutputStream.writeUnshared",
          "java/lang/invoke/MethodHandles$Lookup.findVirtual",
          "java/lang/invoke/MethodHandles$Lookup.findStatic",
          "java/lang/invoke/MethodHandles$Lookup.findSpecial",
          "java/lang/invoke/MethodHandles$Lookup.findConstructor",
          "java/lang/invoke/MethodHandles$Lookup.findClass",
          "java/lang/invoke/MethodHandles$Lookup.bind",
          "java/lang/invoke/MethodHandles$Lookup.unreflect",
          "java/lang/invoke/MethodHandles$Lookup.unreflectSpecial",
          "java/lang/invoke/MethodHandles$Lookup.unreflectConstructor",
          "java/lang/invoke/MethodHandles$Lookup.revealDirect");

  private static final Set<String> NOWHERE =
      Set.of(
          "java/lang/ClassLoader.defineClass",
          "java/lang/ClassLoader.<init>",
          "java/security/SecureClassLoader.<init>",
          "java/net/URLClassLoader.<init>",
          "java/net/URLClassLoader.newInstance",
          "java/lang/ModuleLayer.defineModulesWithOneLoader",
          "java/lang/ModuleLayer.defineModulesWithManyLoaders",
          "java/lang/ModuleLayer.defineModules",
          "java/lang/invoke/MethodHandles$Lookup.defineClass",
          "java/lang/invoke/MethodHandles$Lookup.defineHiddenClass",
          "java/lang/invoke/MethodHandles$Lookup.defineHiddenClassWithClassData",
          "java/lang/foreign/Linker.downcallHandle",
          "javax/script/ScriptEngineManager.<init>",
          "javax/tools/ToolProvider.getSystemJavaCompiler",
          "java/lang/System.load",
          "java/lang/System.loadLibrary",
          "java/lang/Runtime.load",
          "java/lang/Runtime.loadLibrary");

  private Opaque() {}

  /** Returns what to hash in place of what cannot be followed, or null if it can be. */
  static @Nullable Ref behind(String owner, String name) {
    String called = owner + "." + name;
    String shown = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + name;
    if (NOWHERE.contains(called)) {
      return new Ref.Unreadable(shown);
    }
    if (REFLECTION.contains(called) || looksAtMembers(owner, name)) {
      return new Ref.Anything(shown);
    }
    return null;
  }

  /** Members and annotations are data of class files which are not otherwise hashed. */
  private static boolean looksAtMembers(String owner, String name) {
    return (owner.equals("java/lang/Class")
            && (name.startsWith("getDeclared")
                || name.startsWith("getMethod")
                || name.startsWith("getField")
                || name.startsWith("getConstructor")
                || name.startsWith("getAnnotat")
                || name.startsWith("getGeneric")
                || name.equals("getRecordComponents")
                || name.equals("getPermittedSubclasses")
                || name.equals("isAnnotationPresent")))
        || (owner.equals("java/lang/reflect/Field")
            && (name.startsWith("get") || name.startsWith("set"))
            && !name.equals("getName"));
  }
}
