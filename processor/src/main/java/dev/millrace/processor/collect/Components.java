package dev.millrace.processor.collect;

import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The types that a record's components have where its type variables stand for something. */
final class Components {
  private final Map<String, TypeRef> arguments = new HashMap<>();
  private final CompilerTypes types;
  private final TypeRef record;

  /**
   * @param record the record with its type arguments
   */
  Components(CompilerTypes types, TypeElement element, TypeRef record) {
    this.types = types;
    this.record = record;
    List<TypeRef> given = ((TypeRef.Declared) record).arguments();
    for (int i = 0; i < given.size(); i++) {
      arguments.put(element.getTypeParameters().get(i).getSimpleName().toString(), given.get(i));
    }
  }

  /** Returns what the component's accessor returns. */
  TypeRef of(RecordComponentElement component) {
    TypeRef plain = types.returned(record, component.getAccessor());
    return withNull(component.getAccessor().getReturnType(), plain).upperBound();
  }

  /** A type variable is null where what it stands for is: the compiler loses that on the way. */
  private TypeRef withNull(TypeMirror declared, TypeRef type) {
    if (declared instanceof TypeVariable variable) {
      TypeRef argument = arguments.get(variable.asElement().getSimpleName().toString());
      return argument == null || type.isNullable() ? type : argument;
    }
    if (declared instanceof DeclaredType whole && type.nonNull() instanceof TypeRef.Declared read) {
      List<TypeRef> parts = new ArrayList<>();
      for (int i = 0; i < read.arguments().size(); i++) {
        parts.add(withNull(whole.getTypeArguments().get(i), read.arguments().get(i)));
      }
      return orNull(new TypeRef.Declared(read.type(), parts), type);
    }
    if (declared instanceof ArrayType array && type.nonNull() instanceof TypeRef.Array read) {
      return orNull(new TypeRef.Array(withNull(array.getComponentType(), read.component())), type);
    }
    return type;
  }

  private static TypeRef orNull(TypeRef type, TypeRef like) {
    return like.isNullable() ? new TypeRef.OrNull(type) : type;
  }
}
