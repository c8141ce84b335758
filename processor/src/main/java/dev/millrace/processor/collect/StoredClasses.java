package dev.millrace.processor.collect;

import dev.millrace.processor.model.CodecDefinition;
import dev.millrace.processor.model.CodecDefinition.Component;
import dev.millrace.processor.model.CodecShape;
import dev.millrace.processor.model.CodecShape.None;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds how values of a class are stored: an enum's by their names, a record's by its components, a
 * sealed type's by the types that it permits. Nobody could make another class's again.
 */
final class StoredClasses {
  private final CompilerTypes types;
  private final SealedTypes sealed;

  StoredClasses(CompilerTypes types) {
    this.types = types;
    this.sealed = new SealedTypes(types);
  }

  /** What was found: one of the two. */
  record Read(@Nullable CodecDefinition definition, @Nullable None none) {
    static Read of(CodecDefinition definition) {
      return new Read(definition, null);
    }

    static Read no(None none) {
      return new Read(null, none);
    }

    static Read no(String why) {
      return no(CodecReader.none(why));
    }
  }

  Read read(TypeRef.Declared type, TypeElement element, CodecReader reader) {
    if (PublicState.isOfTheJdk(type)) {
      return Read.no(type + KnownCodecs.refusal(type.type()));
    }
    if (types.resources().of(element).isPresent()) {
      return Read.no(
          type
              + " is a resource, which holds more than can be stored; let a FolderCodec store it:"
              + " say @Stored(by = …) on it");
    }
    if (element.getKind() == ElementKind.ENUM) {
      return Read.of(new CodecDefinition.Constants(type));
    }
    Optional<String> bound = unmetBound(type, element);
    if (bound.isPresent()) {
      return Read.no(bound.get());
    }
    if (element.getKind() == ElementKind.RECORD) {
      return record(type, element, reader);
    }
    boolean isAbstract = element.getModifiers().contains(Modifier.ABSTRACT);
    if (isAbstract && element.getModifiers().contains(Modifier.SEALED)) {
      return oneOf(type, reader);
    }
    return Read.no(
        isAbstract
            ? type
                + " is open, and what its values are is not known; make it sealed, or say"
                + " @Stored(by = …) on it"
            : type
                + " is no record and has no codec; make it a record, or say @Stored(by = …) on it");
  }

  private static Read record(TypeRef.Declared type, TypeElement element, CodecReader reader) {
    List<Component> components = new ArrayList<>();
    for (RecordComponentElement each : element.getRecordComponents()) {
      String name = each.getSimpleName().toString();
      TypeRef read = TypeReader.component(type, each);
      CodecShape shape = reader.part(read);
      if (shape instanceof None none) {
        return Read.no(none.by(type + "." + name));
      }
      components.add(new Component(name, read, shape));
    }
    return Read.of(new CodecDefinition.Components(type, components));
  }

  private Read oneOf(TypeRef.Declared type, CodecReader reader) {
    List<TypeRef> permitted =
        sealed.open(type, List.of()).stream().map(each -> each.plain().bounded()).toList();
    List<CodecShape> shapes = new ArrayList<>();
    for (TypeRef each : permitted) {
      CodecShape shape = reader.part(each);
      if (shape instanceof None none) {
        return Read.no(none.by(each.toString()));
      }
      shapes.add(shape);
    }
    return Read.of(new CodecDefinition.OneOf(type, permitted, shapes));
  }

  /** A wildcard's bound may be wider than that of the variable for which it stands. */
  private Optional<String> unmetBound(TypeRef.Declared type, TypeElement element) {
    Map<String, TypeRef> arguments = new HashMap<>();
    for (int i = 0; i < type.arguments().size(); i++) {
      String variable = element.getTypeParameters().get(i).getSimpleName().toString();
      arguments.put(variable, type.arguments().get(i));
    }
    Substitution substitution = new Substitution(arguments);
    for (int i = 0; i < type.arguments().size(); i++) {
      TypeParameterElement variable = element.getTypeParameters().get(i);
      for (TypeMirror each : variable.getBounds()) {
        TypeRef bound = substitution.in(TypeReader.read(each));
        if (!types.isAssignable(type.arguments().get(i), bound.plain())) {
          return Optional.of(
              type + " cannot be: its " + variable + " is a " + bound + "; write the type itself");
        }
      }
    }
    return Optional.empty();
  }
}
