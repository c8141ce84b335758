package dev.millrace.processor.collect;

import dev.millrace.processor.model.ResourceModel;
import dev.millrace.processor.model.Stateful;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the {@code @Stateful} classes, each with the constructor that opens it. */
final class ResourceReader {
  private final SignatureReader signatures;
  private final StatefulRule rule;
  private final CaptureRule captures;
  private final Problems problems;

  ResourceReader(
      SignatureReader signatures, StatefulRule rule, CaptureRule captures, Problems problems) {
    this.signatures = signatures;
    this.rule = rule;
    this.captures = captures;
    this.problems = problems;
  }

  /**
   * Returns the class that a handle is written for: nothing for an interface or abstract class, and
   * nothing where the class cannot have one, which is reported.
   *
   * @throws UnresolvedTypeException if a parameter's type does not exist, or not yet
   */
  Optional<ResourceModel> read(TypeElement type) {
    Optional<Stateful> stateful = rule.check(type);
    if (stateful.isEmpty()) {
      return Optional.empty();
    }
    List<ExecutableElement> visible =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(each -> !each.getModifiers().contains(Modifier.PRIVATE))
            .toList();
    if (type.getKind().isInterface() || type.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.empty();
    }
    String name = TypeReader.classRef(type).nestedName();
    if (visible.isEmpty()) {
      problems.add(
          Message.STATEFUL_CONSTRUCTOR,
          signatures.origin(type, name),
          name,
          "all its constructors are private; let its package see the one that opens it");
      return Optional.empty();
    }
    if (visible.size() > 1) {
      problems.add(
          Message.STATEFUL_CONSTRUCTOR,
          signatures.origin(visible.get(1), name),
          name,
          "it has "
              + visible.size()
              + " visible constructors, and which one is meant cannot be told; make all but one"
              + " private");
      return Optional.empty();
    }
    return read(type, stateful.get(), visible.get(0));
  }

  private Optional<ResourceModel> read(
      TypeElement type, Stateful stateful, ExecutableElement constructor) {
    String name = stateful.type().nestedName();
    ElementOrigin origin = signatures.origin(constructor, name);
    if (!constructor.getTypeParameters().isEmpty()) {
      problems.add(
          Message.STATEFUL_CONSTRUCTOR,
          origin,
          name,
          "its constructor has type variables; give it concrete types");
      return Optional.empty();
    }
    for (TypeElement hidden : Visibility.hiddenIn(constructor, type)) {
      problems.add(
          Message.STATEFUL_CONSTRUCTOR,
          origin,
          name,
          "its constructor names "
              + TypeReader.classRef(hidden).nestedName()
              + ", which its package cannot see; make that visible");
      return Optional.empty();
    }
    Optional<List<ResourceModel.Parameter>> parameters = parameters(constructor, stateful);
    Optional<List<TypeRef>> thrown = thrown(constructor, origin, name);
    if (parameters.isEmpty() || thrown.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ResourceModel(
            stateful,
            Visibility.isPublic(type),
            constructor.getModifiers().contains(Modifier.PUBLIC),
            parameters.get(),
            thrown.get(),
            constructor.isVarArgs(),
            List.copyOf(Deprecations.of(constructor)),
            signatures.shadowsJavaLang(type)));
  }

  private Optional<List<ResourceModel.Parameter>> parameters(
      ExecutableElement constructor, Stateful stateful) {
    String display = stateful.type().nestedName();
    List<ResourceModel.Parameter> parameters = new ArrayList<>();
    for (VariableElement parameter : constructor.getParameters()) {
      String name = parameter.getSimpleName().toString();
      ElementOrigin origin =
          signatures.origin(parameter, display + "'s constructor, parameter \"" + name + "\"");
      TypeRef read = signatures.type(parameter.asType(), parameter, origin, display);
      if (read != null) {
        captures.check(stateful, read, origin);
        parameters.add(
            new ResourceModel.Parameter(
                name, read.plain(), read.isNullable(), KeyingReader.of(parameter), origin));
      }
    }
    return parameters.size() == constructor.getParameters().size()
        ? Optional.of(parameters)
        : Optional.empty();
  }

  private Optional<List<TypeRef>> thrown(
      ExecutableElement constructor, ElementOrigin origin, String name) {
    List<TypeRef> thrown = new ArrayList<>();
    for (TypeMirror mirror : constructor.getThrownTypes()) {
      TypeRef type = signatures.type(mirror, constructor, origin, name);
      if (type == null) {
        return Optional.empty();
      }
      if (!signatures.isException(type)) {
        problems.add(
            Message.STATEFUL_CONSTRUCTOR,
            origin,
            name,
            "its constructor declares "
                + type
                + ", which is no Exception; declare the exceptions that it throws");
        return Optional.empty();
      }
      thrown.add(type);
    }
    return Optional.of(thrown);
  }
}
