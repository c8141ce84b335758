package dev.millrace.processor.collect;

import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.ComponentModel;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads what {@code @Split} makes of a record: its components. */
final class SplitReader {
  private final SignatureReader signatures;
  private final Problems problems;
  private final NameRule names;

  SplitReader(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.problems = problems;
    this.names = new NameRule(problems);
  }

  /**
   * A component of a record.
   *
   * @param inner the name that {@code @As} gives it, else its own
   */
  record Part(String name, String inner, TypeRef type) {}

  /** Returns the name that a record has which is no output itself. */
  static String recordName(String output) {
    return output + "$";
  }

  /** Returns the components, or none once the reason was reported. */
  List<Part> parts(TypeRef result, ElementOrigin origin) {
    String display = origin.text();
    TypeElement type = signatures.types().element(result);
    if (type == null || type.getKind() != ElementKind.RECORD || result.isNullable()) {
      problems.add(Message.SPLIT_RECORD, origin, display, result);
      return List.of();
    }
    ExecutableElement method = (ExecutableElement) origin.element();
    List<Part> parts = new ArrayList<>();
    boolean sound = true;
    for (RecordComponentElement component : type.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      sound &= names.checkOutput(name, name + "Of", origin);
      AnnotationMirror as = Annotations.find(component, Annotations.AS);
      TypeRef read = read(result, component, origin);
      sound &= read != null;
      if (read != null) {
        parts.add(
            new Part(
                name,
                as == null ? name : Annotations.string(as, "value"),
                signatures.withNull(method, componentPlace(parts.size()), read)));
      }
    }
    if (!sound) {
      return List.of();
    }
    if (parts.isEmpty()) {
      problems.add(Message.SPLIT_RECORD, origin, display, result + ", which has no components");
      return List.of();
    }
    return parts;
  }

  /** Returns a component's type, or null once it was reported why it cannot be read. */
  private @Nullable TypeRef read(
      TypeRef record, RecordComponentElement component, ElementOrigin origin) {
    try {
      return TypeReader.component(record, component);
    } catch (UnreadableTypeException unreadable) {
      String display = record + ", component \"" + component.getSimpleName() + "\",";
      unreadable.report(problems, origin, display);
      return null;
    }
  }

  /** Returns how a companion calls a component's place in a method's signature. */
  private static String componentPlace(int component) {
    return "c" + component;
  }

  /** Returns where in the components of the record that a method splits null is a value. */
  static List<String> nullable(CompilerTypes types, TypeRef result) {
    List<String> places = new ArrayList<>();
    TypeRef record = Delivered.of(result).type();
    TypeElement type = types.element(record);
    if (type != null && type.getKind() == ElementKind.RECORD) {
      for (int i = 0; i < type.getRecordComponents().size(); i++) {
        places.addAll(
            NullPaths.of(
                componentPlace(i),
                TypeReader.component(record, type.getRecordComponents().get(i))));
      }
    }
    return places;
  }

  /** Returns the members with the records that are split taken apart. */
  List<Member> expand(List<Member> members) {
    List<Member> expanded = new ArrayList<>();
    for (Member member : members) {
      String record = recordName(member.output());
      if (!member.isOutput()) {
        expanded.add(member);
      } else if (member instanceof NodeModel node && node.split()) {
        expanded.add(node.as(record, node.ports()));
        expanded.addAll(components(member, record));
      } else if (member instanceof ChoiceModel choice && choice.split()) {
        expanded.add(choice.as(record));
        expanded.addAll(components(member, record));
      } else {
        expanded.add(member);
      }
    }
    return expanded;
  }

  private List<ComponentModel> components(Member member, String record) {
    return parts(member.result(), (ElementOrigin) member.origin()).stream()
        .map(part -> component(member, record, part))
        .toList();
  }

  static ComponentModel component(Member member, String record, Part part) {
    return new ComponentModel(
        part.name(),
        record,
        member.result(),
        part.name(),
        part.type(),
        "\"" + part.name() + "\" of " + member.display(),
        member.origin());
  }
}
