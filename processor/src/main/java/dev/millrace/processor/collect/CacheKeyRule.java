package dev.millrace.processor.collect;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Refuses {@code @CacheKey} on what cannot give a key. */
final class CacheKeyRule {
  private final SignatureReader signatures;
  private final CompilerTypes types;
  private final Problems problems;

  CacheKeyRule(SignatureReader signatures, CompilerTypes types, Problems problems) {
    this.signatures = signatures;
    this.types = types;
    this.problems = problems;
  }

  /** Checks a method or class that has the annotation. */
  void check(Element element) {
    String fault =
        element instanceof ExecutableElement method
            ? faultOf(method)
            : faultOf((TypeElement) element);
    if (!fault.isEmpty()) {
      String shown = shown(element);
      problems.add(Message.CACHE_KEY, signatures.origin(element, shown), shown, fault);
    }
  }

  private static String shown(Element element) {
    return element instanceof TypeElement type
        ? TypeReader.classRef(type).nestedName()
        : SignatureReader.display(
            (TypeElement) element.getEnclosingElement(), (ExecutableElement) element);
  }

  /** Returns what is wrong with a method, or the empty text: it can give a key. */
  String faultOf(ExecutableElement method) {
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      return "it is private; let the generated pipeline see it";
    }
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return "it is static, and says nothing of a value; make it an instance method, or put"
          + " @CacheKey on the class if all its values are alike";
    }
    if (!method.getParameters().isEmpty() || !method.getTypeParameters().isEmpty()) {
      return "it takes something; a value's key depends on the value alone";
    }
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      return "it returns nothing; return what tells values apart, or put @CacheKey on the class if"
          + " all its values are alike";
    }
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (thrown.getKind() != TypeKind.ERROR && types.isChecked(TypeReader.read(thrown))) {
        return "it declares " + TypeReader.read(thrown) + "; catch that in it";
      }
    }
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    List<ExecutableElement> all =
        ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .filter(each -> Annotations.has(each, Annotations.CACHE_KEY))
            .toList();
    return all.get(0).equals(method)
        ? ""
        : "it is the second one; the first is " + all.get(0).getSimpleName() + "()";
  }

  private static String faultOf(TypeElement type) {
    if (type.getKind() == ElementKind.ENUM) {
      return "an enum's constants are told by their names already; drop it";
    }
    if (!type.getModifiers().contains(Modifier.FINAL)) {
      return "it says that all values are alike, but others may extend it; make it a final class,"
          + " or put @CacheKey on a method";
    }
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(each -> Annotations.has(each, Annotations.CACHE_KEY))
        .findFirst()
        .map(method -> "its method " + method.getSimpleName() + "() gives the key; drop one")
        .orElse("");
  }
}
