package dev.millrace.processor.collect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** The members of classes, inherited ones too, by name; each class is read once. */
final class Members {
  private final Elements elements;
  private final Map<TypeElement, Named> known = new HashMap<>();

  Members(Elements elements) {
    this.elements = elements;
  }

  private record Named(
      Map<String, VariableElement> fields, Map<String, TypeElement> types, Set<String> methods) {}

  /** Returns the field that a class has under a name. */
  Optional<VariableElement> field(TypeElement owner, String name) {
    return Optional.ofNullable(of(owner).fields.get(name));
  }

  /** Returns the class that stands in another under a name. */
  Optional<TypeElement> type(TypeElement owner, String name) {
    return Optional.ofNullable(of(owner).types.get(name));
  }

  /** Returns whether a class has a method of that name. */
  boolean hasMethod(TypeElement owner, String name) {
    return of(owner).methods.contains(name);
  }

  private Named of(TypeElement type) {
    return known.computeIfAbsent(
        type,
        owner -> {
          Named read = new Named(new HashMap<>(), new HashMap<>(), new HashSet<>());
          for (Element each : elements.getAllMembers(owner)) {
            String name = each.getSimpleName().toString();
            if (each.getKind() == ElementKind.FIELD) {
              read.fields.put(name, (VariableElement) each);
            } else if (each instanceof TypeElement nested) {
              read.types.put(name, nested);
            } else if (each.getKind() == ElementKind.METHOD) {
              read.methods.add(name);
            }
          }
          return read;
        });
  }
}
