package dev.millrace.processor.collect;

import dev.millrace.processor.model.KeyDefinition;
import dev.millrace.processor.model.KeyDefinition.Part;
import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.KeyShape.None;
import dev.millrace.processor.model.PathKey;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds how values of a class are written into keys: by its {@code @CacheKey}, by a record's
 * components, by the types that a sealed one permits, or else by its public state.
 */
final class KeyedClasses {
  private final CompilerTypes types;
  private final SealedTypes sealed;
  private final CacheKeyRule rule;
  private final PublicState state;

  KeyedClasses(CompilerTypes types, CacheKeyRule rule) {
    this.types = types;
    this.sealed = new SealedTypes(types);
    this.rule = rule;
    this.state = new PublicState(types);
  }

  /** What was found: one of the two. */
  record Read(@Nullable KeyDefinition definition, @Nullable None none) {
    static Read of(KeyDefinition definition) {
      return new Read(definition, null);
    }

    static Read no(None none) {
      return new Read(null, none);
    }

    static Read no(String why) {
      return no(KeyReader.none(why));
    }
  }

  /** A part as it is declared. */
  record Declaration(String name, String access, TypeRef type, PathKey paths) {}

  Read read(TypeRef.Declared type, TypeElement element, KeyReader reader) {
    if (PublicState.isOfTheJdk(type)) {
      return Read.no(type + " is a type of the JDK that has no encoding");
    }
    if (Annotations.has(element, Annotations.CACHE_KEY)) {
      return element.getModifiers().contains(Modifier.FINAL)
          ? Read.of(new KeyDefinition.Alike(type))
          : Read.no(type + " says @CacheKey, but others may extend it");
    }
    Optional<ExecutableElement> method = keyMethod(type, element);
    if (method.isPresent()) {
      return keyed(type, method.get(), reader);
    }
    if (element.getKind() == ElementKind.RECORD) {
      return record(type, element, reader);
    }
    boolean isAbstract =
        element.getKind().isInterface() || element.getModifiers().contains(Modifier.ABSTRACT);
    if (element.getModifiers().contains(Modifier.SEALED)) {
      return isAbstract
          ? oneOf(type, reader)
          : Read.no(
              type
                  + " is extended by others and not abstract; make it so, or give it a"
                  + " @CacheKey method");
    }
    if (isAbstract) {
      return Read.no(
          type
              + " is an open "
              + (element.getKind().isInterface() ? "interface" : "class")
              + ", and what its values have is not known; let it extend CacheKeyed, or make it"
              + " sealed");
    }
    return publicState(type, element, reader);
  }

  /** Returns the method that gives a class's key: its own, or else one that it inherits. */
  private Optional<ExecutableElement> keyMethod(TypeRef.Declared type, TypeElement element) {
    return Stream.concat(
            Stream.of(element), types.above(type, each -> true).stream().map(types::element))
        .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
        .filter(each -> Annotations.has(each, Annotations.CACHE_KEY))
        .findFirst();
  }

  private Read keyed(TypeRef.Declared type, ExecutableElement method, KeyReader reader) {
    String name = method.getSimpleName() + "()";
    String fault = rule.faultOf(method);
    if (!fault.isEmpty()) {
      return Read.no(type + "'s " + name + " cannot give a key: " + fault);
    }
    if (!reader.sees(method)) {
      return Read.no(type + "'s " + name + " gives the key, but is not public");
    }
    Optional<TypeRef> result = typeIn(type, method, method.getReturnType());
    if (result.isEmpty()) {
      return Read.no(type + "'s " + name + " gives what cannot be read");
    }
    KeyShape shape = reader.find(result.get(), PathKey.UNSAID);
    return shape instanceof None none
        ? Read.no(none.by(type + "." + name))
        : Read.of(new KeyDefinition.Keyed(type, new Part(name, name, result.get(), shape)));
  }

  private Read record(TypeRef.Declared type, TypeElement element, KeyReader reader) {
    List<Declaration> declarations = new ArrayList<>();
    for (RecordComponentElement each : element.getRecordComponents()) {
      String name = each.getSimpleName().toString();
      TypeRef read = TypeReader.component(type, each);
      declarations.add(new Declaration(name, name + "()", read, KeyingReader.of(each)));
    }
    return parts(type, element, false, declarations, reader);
  }

  private Read publicState(TypeRef.Declared type, TypeElement element, KeyReader reader) {
    List<Declaration> declarations = new ArrayList<>();
    Optional<String> fault = state.read(type, element, declarations);
    return fault.isPresent()
        ? Read.no(fault.get())
        : parts(
            type, element, !element.getModifiers().contains(Modifier.FINAL), declarations, reader);
  }

  private Read parts(
      TypeRef.Declared type,
      TypeElement element,
      boolean isExact,
      List<Declaration> declarations,
      KeyReader reader) {
    List<Part> parts = new ArrayList<>();
    for (Declaration each : declarations) {
      KeyShape shape = reader.find(each.type(), each.paths());
      if (shape instanceof None none) {
        return Read.no(none.by(type + "." + each.name()));
      }
      parts.add(new Part(each.name(), each.access(), each.type(), shape));
    }
    return Read.of(new KeyDefinition.Parts(type, isExact, parts));
  }

  private Read oneOf(TypeRef.Declared type, KeyReader reader) {
    List<TypeRef> permitted = sealed.open(type, List.of());
    List<KeyShape> shapes = new ArrayList<>();
    for (TypeRef each : permitted) {
      KeyShape shape = reader.find(each, PathKey.UNSAID);
      if (shape instanceof None none) {
        return Read.no(none.by(each.toString()));
      }
      shapes.add(shape);
    }
    return Read.of(new KeyDefinition.OneOf(type, permitted, shapes));
  }

  /** Returns the type of a member as a class with these arguments has it. */
  private Optional<TypeRef> typeIn(
      TypeRef.Declared type, ExecutableElement member, TypeMirror mirror) {
    TypeElement owner = (TypeElement) member.getEnclosingElement();
    return types
        .asSuper(type, TypeReader.classRef(owner))
        .map(
            as -> {
              Map<String, TypeRef> arguments = new HashMap<>();
              for (int i = 0; i < as.arguments().size(); i++) {
                String variable = owner.getTypeParameters().get(i).getSimpleName().toString();
                arguments.put(variable, as.arguments().get(i));
              }
              return new Substitution(arguments).in(TypeReader.read(mirror, member)).upperBound();
            });
  }
}
