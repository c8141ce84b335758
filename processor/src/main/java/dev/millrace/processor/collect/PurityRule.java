package dev.millrace.processor.collect;

import dev.millrace.processor.collect.Impurities.Impurity;
import dev.millrace.processor.model.CachePolicy;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Warns of nodes that a cache may keep, or look through, although their results depend on more than
 * their inputs. What they take is seen on every compiler; what their own bodies read, on javac. For
 * one round.
 */
public final class PurityRule {
  private final Elements elements;
  private final Types types;
  private final Bodies bodies;

  public PurityRule(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
    this.bodies = Bodies.of(environment);
  }

  /** Adds a problem for each node and each twin of a class that is compiled from source. */
  public void check(TypeElement owner, Problems problems) {
    List<ExecutableElement> methods = ElementFilter.methodsIn(owner.getEnclosedElements());
    for (ExecutableElement method : methods) {
      boolean isNode = Annotations.has(method, Annotations.NODE);
      if ((isNode || Annotations.has(method, Annotations.BATCH))
          && !isNeverCached(method, methods)) {
        check(owner, method, problems);
      }
    }
  }

  /** A twin has its node's policy; which one that is, its name says well enough here. */
  private static boolean isNeverCached(ExecutableElement method, List<ExecutableElement> all) {
    String of = Annotations.string(Annotations.find(method, Annotations.BATCH), "of");
    String node = of.isEmpty() ? method.getSimpleName().toString() : of;
    return all.stream()
        .filter(each -> each.getSimpleName().contentEquals(node))
        .map(each -> Annotations.find(each, Annotations.NODE))
        .anyMatch(
            each ->
                each != null
                    && CachePolicy.of(Annotations.constant(each, "cache")) == CachePolicy.NEVER);
  }

  private void check(TypeElement owner, ExecutableElement method, Problems problems) {
    String display = SignatureReader.display(owner, method);
    for (VariableElement parameter : method.getParameters()) {
      impure(parameter, "its parameter \"" + parameter.getSimpleName() + "\"")
          .ifPresent(found -> add(display, parameter, List.of(found), problems));
    }
    List<Impurity> read = new ArrayList<>();
    for (Mention mention : bodies.mentions(method)) {
      (mention instanceof Mention.Call call
              ? Impurities.of(call)
              : impureField(((Mention.Field) mention).field()))
          .ifPresent(read::add);
    }
    if (!read.isEmpty()) {
      add(display, method, read, problems);
    }
  }

  private static void add(
      String display, Element place, List<Impurity> impurities, Problems problems) {
    problems.add(
        Message.CACHED_IMPURE,
        new ElementOrigin(place, null, null, true, display),
        display,
        sentence(impurities));
  }

  /** Returns {@code the clock (Instant.now, System.nanoTime) and randomness (Math.random)}. */
  private static String sentence(List<Impurity> impurities) {
    Map<String, Set<String>> byWhat = new LinkedHashMap<>();
    for (Impurity each : impurities) {
      byWhat.computeIfAbsent(each.what(), what -> new LinkedHashSet<>()).add(each.how());
    }
    List<String> parts = new ArrayList<>();
    byWhat.forEach((what, how) -> parts.add(what + " (" + String.join(", ", how) + ")"));
    String last = parts.remove(parts.size() - 1);
    return parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
  }

  private Optional<Impurity> impureField(VariableElement field) {
    String shown = field.getEnclosingElement().getSimpleName() + "." + field.getSimpleName();
    Set<Modifier> modifiers = field.getModifiers();
    return modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.FINAL)
        ? Optional.of(new Impurity("static fields that can change", shown))
        : impure(field, shown);
  }

  /** Returns what is read through a variable by its type: the clock, for a {@code Clock}. */
  private Optional<Impurity> impure(VariableElement variable, String how) {
    TypeMirror type = variable.asType();
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    TypeMirror erased = types.erasure(type);
    return new TreeMap<>(Impurities.TYPES)
        .entrySet().stream()
            .filter(
                each -> {
                  TypeElement impure = elements.getTypeElement(each.getKey());
                  return impure != null && types.isSubtype(erased, impure.asType());
                })
            .map(each -> new Impurity(each.getValue(), how))
            .findFirst();
  }
}
