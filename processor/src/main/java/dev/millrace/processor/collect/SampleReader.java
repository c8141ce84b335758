package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.Sample;
import dev.millrace.processor.model.Sample.Holder;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds values to test with: those that the test's class gives, else made up by their type. */
final class SampleReader {
  /** A record that holds another of its class, of another type each time, ends here. */
  private static final int DEEPEST = 16;

  private static final TypeRef STRING =
      new TypeRef.Declared(ClassRef.of("java.lang", "String"), List.of());

  private final CompilerTypes types;
  private final TypeElement viewer;
  private final SampleMethods methods;
  private final Set<String> names = new HashSet<>();
  private final Deque<TypeRef> inside = new ArrayDeque<>();
  private String obstacle = "";

  /**
   * @param viewer the test's class
   */
  SampleReader(TypeElement viewer, CompilerTypes types) {
    this.types = types;
    this.viewer = viewer;
    this.methods = new SampleMethods(viewer, types);
  }

  /** Notes a name that a method may give values for; and those of what its type consists of. */
  void announce(String name, TypeRef type) {
    announce(name, type, new HashSet<>());
  }

  private void announce(String name, TypeRef type, Set<ClassRef> seen) {
    names.add(name);
    TypeRef inner = type.upperBound().nonNull();
    if (inner instanceof TypeRef.Array array) {
      announce(name, array.component(), seen);
    } else if (inner instanceof TypeRef.Declared declared) {
      declared.arguments().forEach(each -> announce(name, each, seen));
      if (!seen.add(declared.type())) {
        return;
      }
      for (RecordComponentElement each : components(declared)) {
        announce(each.getSimpleName().toString(), TypeReader.component(declared, each), seen);
      }
    }
  }

  /** Returns why the last type had no values, in words that follow the type; or nothing. */
  String obstacle() {
    return obstacle;
  }

  /** Returns what gives values of a type to what has that name, if anything does. */
  Optional<Sample> read(String name, TypeRef type) {
    obstacle = "";
    return sample(name, type, "");
  }

  private Optional<Sample> sample(String name, TypeRef whole, String path) {
    TypeRef type = whole.upperBound();
    Optional<Sample.Given> given = methods.find(name, type, names);
    if (given.isPresent()) {
      return Optional.of(given.get());
    }
    if (methods.isHidden(name, type)) {
      obstacle = path + "; the method " + name + " is private";
      return Optional.empty();
    }
    Optional<Sample> made = madeUp(name, type.nonNull(), path);
    if (made.isEmpty() && obstacle.isEmpty()) {
      obstacle = path;
    }
    return type.isNullable() ? made.map(Sample.OrNull::new) : made;
  }

  private Optional<Sample> madeUp(String name, TypeRef type, String path) {
    if (type.boxed() != type || isBox(type) || type.equals(STRING)) {
      return Optional.of(new Sample.Basic(type.boxed()));
    }
    if (type instanceof TypeRef.Array array) {
      TypeRef component = array.component();
      boolean isGeneric =
          component.nonNull() instanceof TypeRef.Declared declared
              && !declared.arguments().isEmpty();
      return isGeneric ? Optional.empty() : holding(Holder.ARRAY, type, name, component, path);
    }
    @Nullable TypeRef element = type.listElement();
    if (element != null) {
      return holding(Holder.LIST, type, name, element, path);
    }
    @Nullable TypeRef optional = type.argumentOf(KnownTypes.OPTIONAL);
    if (optional != null) {
      return holding(Holder.OPTIONAL, type, name, optional, path);
    }
    TypeElement declared = types.element(type);
    if (declared == null || !Visibility.isVisible(declared, viewer)) {
      return Optional.empty();
    }
    if (!types.enumConstants(type).isEmpty()) {
      return Optional.of(new Sample.Constants(type));
    }
    return declared.getKind() == ElementKind.RECORD
            && !inside.contains(type.plain())
            && inside.size() < DEEPEST
        ? record(type, declared, path)
        : Optional.empty();
  }

  private Optional<Sample> holding(
      Holder holder, TypeRef type, String name, TypeRef of, String path) {
    return sample(name, of, path)
        .map(
            each -> {
              TypeRef held =
                  switch (holder) {
                    case LIST -> TypeRef.listOf(each.type());
                    case OPTIONAL ->
                        new TypeRef.Declared(
                            ((TypeRef.Declared) type).type(), List.of(each.type().boxed()));
                    case ARRAY -> type;
                  };
              return new Sample.Holding(holder, held.plain(), each);
            });
  }

  private Optional<Sample> record(TypeRef type, TypeElement declared, String path) {
    inside.push(type.plain());
    List<Sample.Part> parts = new ArrayList<>();
    for (RecordComponentElement each : components(type)) {
      String name = each.getSimpleName().toString();
      TypeRef component = TypeReader.component(type, each);
      String place = path + ", whose " + name + " is " + component;
      Optional<Sample> sample = sample(name, component, place);
      sample.ifPresent(found -> parts.add(new Sample.Part(name, component.plain(), found)));
    }
    inside.pop();
    return parts.size() == declared.getRecordComponents().size()
        ? Optional.of(new Sample.Parts(type.plain(), parts))
        : Optional.empty();
  }

  private List<RecordComponentElement> components(TypeRef type) {
    TypeElement element = types.element(type);
    List<RecordComponentElement> components = new ArrayList<>();
    if (element != null && element.getKind() == ElementKind.RECORD) {
      for (Element each : element.getEnclosedElements()) {
        if (each instanceof RecordComponentElement component) {
          components.add(component);
        }
      }
    }
    return components;
  }

  private static boolean isBox(TypeRef type) {
    for (TypeRef.Primitive primitive : TypeRef.Primitive.values()) {
      if (primitive != TypeRef.Primitive.VOID && primitive.boxed().equals(type)) {
        return true;
      }
    }
    return false;
  }
}
