package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what all methods have: names, types, exceptions, and their places. */
final class SignatureReader {
  private final CompilerTypes types;
  private final ParameterNames names;
  private final Problems problems;

  SignatureReader(CompilerTypes types, ParameterNames names, Problems problems) {
    this.types = types;
    this.names = names;
    this.problems = problems;
  }

  /** A method whose signature could be read. */
  record Signature(
      MethodRef method,
      List<String> names,
      TypeRef result,
      List<TypeRef> thrown,
      TypeVariables variables) {}

  /** Returns whether the package of a class has one that is named like one of java.lang. */
  boolean shadowsJavaLang(TypeElement type) {
    return types.shadowsJavaLang(type);
  }

  /** Returns whether a class has a companion, or gets one now. */
  boolean hasCompanion(TypeElement type) {
    return names.hasCompanion(type);
  }

  ElementOrigin origin(Element element, String text) {
    return origin(element, null, null, text);
  }

  ElementOrigin origin(
      Element element,
      @Nullable AnnotationMirror annotation,
      @Nullable AnnotationValue value,
      String text) {
    return new ElementOrigin(element, annotation, value, isSource(element), text);
  }

  private boolean isSource(Element element) {
    Element owner = element;
    while (owner != null && !(owner instanceof TypeElement)) {
      owner = owner.getEnclosingElement();
    }
    return owner != null && names.isSource(TypeReader.classRef((TypeElement) owner));
  }

  /** Returns the method as it is written, for messages about what could not be read. */
  static String display(TypeElement owner, ExecutableElement method) {
    return TypeReader.classRef(owner).nestedName() + "#" + method.getSimpleName();
  }

  /** Returns the signature, or nothing once its problems were reported. */
  Optional<Signature> read(TypeElement owner, ExecutableElement method) {
    String display = display(owner, method);
    ElementOrigin origin = origin(method, display);
    String unfixable = unfixable(owner, method);
    if (unfixable != null) {
      problems.add(Message.NODE_GENERIC, origin, display, unfixable);
      return Optional.empty();
    }
    Optional<TypeVariables> variables =
        TypeVariableReader.read(
            owner, method, bound -> Optional.ofNullable(type(bound, method, origin, display)));
    ClassRef ownerRef = TypeReader.classRef(owner);
    Optional<List<String>> parameterNames = names.of(ownerRef, method);
    if (parameterNames.isEmpty()) {
      problems.add(
          Message.CLASS_NOT_INDEXED,
          origin(owner, ownerRef.nestedName()),
          ownerRef.canonicalName());
      return Optional.empty();
    }
    List<TypeRef> parameters = new ArrayList<>();
    boolean readable = variables.isPresent();
    for (VariableElement parameter : method.getParameters()) {
      TypeRef type = type(parameter.asType(), parameter, origin(parameter, display), display);
      readable &= type != null;
      if (type != null) {
        String place = String.valueOf(parameters.size());
        parameters.add(names.withNull(ownerRef, method, place, type));
      }
    }
    TypeRef result = type(method.getReturnType(), method, origin, display);
    List<TypeRef> thrown = new ArrayList<>();
    for (TypeMirror mirror : method.getThrownTypes()) {
      TypeRef type = type(mirror, method, origin, display);
      readable &= type != null;
      if (type != null) {
        thrown.add(type);
      }
      if (type != null && variables.isPresent() && !isException(type, variables.get())) {
        problems.add(Message.NODE_THROWS, origin, display, type);
        readable = false;
      }
    }
    if (!readable || result == null) {
      return Optional.empty();
    }
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    MethodRef ref =
        new MethodRef(
            ownerRef,
            method.getSimpleName().toString(),
            Descriptors.of(method),
            parameters,
            List.of(),
            isStatic);
    return Optional.of(
        new Signature(
            ref,
            parameterNames.get(),
            names.withNull(ownerRef, method, "r", result),
            thrown,
            variables.get()));
  }

  /** Returns why no use could fix a type variable of the method, or null. */
  private static @Nullable String unfixable(TypeElement owner, ExecutableElement method) {
    if (Annotations.has(method, Annotations.NESTED)) {
      return method.getTypeParameters().isEmpty()
          ? null
          : "a nested use has concrete types; write them";
    }
    return method.getModifiers().contains(Modifier.STATIC)
        ? null
        : TypeVariableReader.genericAround(owner)
            .map(
                around ->
                    owner.getSimpleName()
                        + " is an inner class of the generic "
                        + around.getSimpleName()
                        + "; make "
                        + owner.getSimpleName()
                        + " static")
            .orElse(null);
  }

  /** A type variable is an exception where one of its bounds is. */
  private boolean isException(TypeRef thrown, TypeVariables variables) {
    return thrown instanceof TypeRef.Variable variable
        ? variables.all().stream()
            .filter(each -> each.name().equals(variable.name()))
            .flatMap(each -> each.bounds().stream())
            .anyMatch(bound -> isException(bound, variables))
        : types.isException(thrown);
  }

  /** Returns a type of a method's signature with null where the companion of its class says so. */
  TypeRef withNull(ExecutableElement method, String place, TypeRef type) {
    ClassRef owner = TypeReader.classRef((TypeElement) method.getEnclosingElement());
    return names.withNull(owner, method, place, type);
  }

  /** Returns the type, or null once it was reported why it cannot be read. */
  @Nullable TypeRef type(
      TypeMirror mirror, Element declaration, ElementOrigin origin, String display) {
    try {
      return TypeReader.read(mirror, declaration);
    } catch (UnreadableTypeException unreadable) {
      unreadable.report(problems, origin, display);
      return null;
    }
  }

  /** Returns what the compiler knows of types. */
  CompilerTypes types() {
    return types;
  }

  /** Returns whether what is thrown is an exception or an error, rather than just throwable. */
  boolean isException(TypeRef thrown) {
    return types.isException(thrown);
  }

  /** Returns whether instances of a class are resources, which somebody opens and hands over. */
  boolean isResource(TypeElement type) {
    return types.resources().of(type).isPresent();
  }
}
