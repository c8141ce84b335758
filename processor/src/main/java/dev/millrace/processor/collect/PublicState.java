package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.PathKey;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The public state of a class, where that is all it has: every instance field, its superclasses'
 * too, is public or has a public accessor of its name and type. What is {@code transient} is no
 * state. A class that keeps something to itself may compute other results for it, and nobody could
 * tell.
 */
final class PublicState {
  private static final ClassRef OBJECT = ClassRef.of("java.lang", "Object");
  private static final String MEND = "; give it a @CacheKey method";

  private final CompilerTypes types;

  PublicState(CompilerTypes types) {
    this.types = types;
  }

  /** Adds the parts of a class, its superclass's first, or returns why there are none. */
  Optional<String> read(
      TypeRef.Declared type, TypeElement element, List<KeyedClasses.Declaration> parts) {
    Optional<String> fault = readAll(type, element, parts);
    return fault.isEmpty() && parts.isEmpty()
        ? Optional.of(
            type
                + " has no public state; give it a @CacheKey method, or put @CacheKey on the class,"
                + " if it is final and all its values are alike")
        : fault;
  }

  /** Returns whether a class is the JDK's: its fields are not its meaning. */
  static boolean isOfTheJdk(TypeRef.Declared type) {
    String packageName = type.type().packageName();
    return packageName.startsWith("java.") || packageName.startsWith("javax.");
  }

  private Optional<String> readAll(
      TypeRef.Declared type, TypeElement element, List<KeyedClasses.Declaration> parts) {
    boolean isInner =
        element.getNestingKind() == NestingKind.MEMBER
            && !element.getModifiers().contains(Modifier.STATIC);
    if (isInner) {
      return Optional.of(type + " has an outer instance; make it static, or" + MEND.substring(1));
    }
    if (element.getSuperclass() instanceof DeclaredType parent
        && !TypeReader.classRef((TypeElement) parent.asElement()).equals(OBJECT)) {
      TypeElement above = (TypeElement) parent.asElement();
      Optional<TypeRef.Declared> as = types.asSuper(type, TypeReader.classRef(above));
      Optional<String> fault =
          as.isEmpty() || isOfTheJdk(as.get())
              ? Optional.of(
                  type
                      + " extends "
                      + TypeReader.classRef(above).nestedName()
                      + ", whose state is not known"
                      + MEND)
              : readAll(as.get(), above, parts);
      if (fault.isPresent()) {
        return fault;
      }
    }
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      Set<Modifier> modifiers = field.getModifiers();
      if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT)) {
        continue;
      }
      String name = field.getSimpleName().toString();
      Optional<String> access =
          modifiers.contains(Modifier.PUBLIC) ? Optional.of(name) : accessor(element, field);
      if (access.isEmpty()) {
        return Optional.of(
            type
                + "."
                + name
                + " is not public and has no accessor, so its public state may not be all there is"
                + MEND);
      }
      parts.add(
          new KeyedClasses.Declaration(
              name, access.get(), typeOf(type, element, field), PathKey.UNSAID));
    }
    return Optional.empty();
  }

  private static TypeRef typeOf(TypeRef.Declared type, TypeElement element, VariableElement field) {
    Map<String, TypeRef> arguments = new HashMap<>();
    for (int i = 0; i < type.arguments().size(); i++) {
      arguments.put(
          element.getTypeParameters().get(i).getSimpleName().toString(), type.arguments().get(i));
    }
    return new Substitution(arguments).in(TypeReader.read(field.asType(), field)).upperBound();
  }

  private Optional<String> accessor(TypeElement owner, VariableElement field) {
    String name = field.getSimpleName().toString();
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    List<String> names = List.of(name, "get" + capital, "is" + capital);
    return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(each -> names.contains(each.getSimpleName().toString()))
        .filter(each -> isAccessor(each, field.asType()))
        .map(each -> each.getSimpleName() + "()")
        .findFirst();
  }

  private boolean isAccessor(ExecutableElement method, TypeMirror type) {
    Set<Modifier> modifiers = method.getModifiers();
    return method.getKind() == ElementKind.METHOD
        && modifiers.contains(Modifier.PUBLIC)
        && !modifiers.contains(Modifier.STATIC)
        && method.getParameters().isEmpty()
        && method.getTypeParameters().isEmpty()
        && method.getThrownTypes().isEmpty()
        && types.isSame(method.getReturnType(), type);
  }
}
