package dev.millrace.processor.collect;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Writes methods' types as class files do: erased. */
final class Descriptors {
  private Descriptors() {}

  /** Returns the descriptor of a method. */
  static String of(ExecutableElement method) {
    StringBuilder descriptor = new StringBuilder("(");
    for (VariableElement parameter : method.getParameters()) {
      descriptor.append(of(parameter.asType()));
    }
    return descriptor.append(')').append(of(method.getReturnType())).toString();
  }

  private static String of(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case SHORT -> "S";
      case INT -> "I";
      case LONG -> "J";
      case CHAR -> "C";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case VOID -> "V";
      case ARRAY -> "[" + of(((ArrayType) type).getComponentType());
      case TYPEVAR -> of(((TypeVariable) type).getUpperBound());
      case INTERSECTION -> of(((IntersectionType) type).getBounds().get(0));
      default -> {
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        yield "L" + TypeReader.classRef(element).binaryName().replace('.', '/') + ";";
      }
    };
  }
}
