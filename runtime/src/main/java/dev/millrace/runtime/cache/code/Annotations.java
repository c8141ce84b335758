package dev.millrace.runtime.cache.code;

import java.lang.reflect.Array;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * Writes what annotations a program can read of a class. They count only where the class itself is
 * handed out: a JSON library that is given {@code Passage.class} reads them.
 */
final class Annotations {
  private final Tokens tokens;

  private Annotations(Tokens tokens) {
    this.tokens = tokens;
  }

  static byte[] of(ClassNode type) {
    Tokens tokens = new Tokens();
    new Annotations(tokens).write(type);
    return tokens.toBytes();
  }

  private void write(ClassNode type) {
    all(type.visibleAnnotations);
    if (type.recordComponents != null) {
      for (RecordComponentNode each : type.recordComponents) {
        all(each.visibleAnnotations);
      }
    }
    type.fields.stream()
        .filter(each -> (each.access & Opcodes.ACC_SYNTHETIC) == 0)
        .sorted(Comparator.comparing(each -> each.name))
        .forEach(this::field);
    type.methods.stream()
        .filter(each -> (each.access & Opcodes.ACC_SYNTHETIC) == 0)
        .sorted(Comparator.comparing(each -> each.name + each.desc))
        .forEach(this::method);
  }

  private void field(FieldNode field) {
    all(field.visibleAnnotations);
  }

  private void method(MethodNode method) {
    all(method.visibleAnnotations);
    if (method.visibleParameterAnnotations != null) {
      for (List<AnnotationNode> each : method.visibleParameterAnnotations) {
        all(each);
      }
    }
    if (method.annotationDefault != null) {
      value(method.annotationDefault);
    }
  }

  private void all(@Nullable List<AnnotationNode> annotations) {
    if (annotations == null) {
      tokens.number(0);
      return;
    }
    tokens.number(annotations.size());
    annotations.stream().sorted(Comparator.comparing(each -> each.desc)).forEach(this::annotation);
  }

  private void annotation(AnnotationNode annotation) {
    tokens.text(annotation.desc);
    value(annotation.values == null ? List.of() : annotation.values);
  }

  private void value(Object value) {
    if (value instanceof AnnotationNode nested) {
      annotation(nested);
    } else if (value instanceof List<?> several) {
      tokens.number(several.size());
      several.forEach(this::value);
    } else if (value.getClass().isArray()) {
      int length = Array.getLength(value);
      tokens.number(length);
      for (int i = 0; i < length; i++) {
        value(Array.get(value, i));
      }
    } else if (value instanceof Type type) {
      tokens.text("class").text(type.getDescriptor());
    } else if (value instanceof Boolean || value instanceof Character) {
      tokens.text(value.getClass().getSimpleName()).text(value.toString());
    } else {
      Constants.write(value, tokens);
    }
  }
}
