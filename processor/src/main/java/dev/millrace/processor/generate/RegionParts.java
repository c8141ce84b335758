package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.plan.Region;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * How the class of a nested use is given its values: by its constructor, and where they are more
 * than a method may have parameters, the others by methods that follow it.
 */
final class RegionParts {
  /** A method has 255 slots for parameters, of which some are for what is no value. */
  private static final int MOST_SLOTS = 250;

  private final List<Integer> ends = new ArrayList<>();

  private RegionParts() {}

  /** Returns how a use is given these values. */
  static RegionParts of(List<Region.Value> values) {
    RegionParts parts = new RegionParts();
    int slots = 0;
    for (int i = 0; i < values.size(); i++) {
      int more = slots(values.get(i));
      if (slots + more > MOST_SLOTS) {
        parts.ends.add(i);
        slots = 0;
      }
      slots += more;
    }
    parts.ends.add(values.size());
    return parts;
  }

  private static int slots(Region.Value value) {
    TypeName type = Types.name(value.type());
    return type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1;
  }

  /** Returns whether the constructor takes all. */
  boolean isOne() {
    return ends.size() == 1;
  }

  /** Returns the first value that the constructor does not take, and so on; last, their number. */
  List<Integer> ends() {
    return List.copyOf(ends);
  }

  /** Returns a field that a method may set which follows the constructor. */
  static FieldSpec setLater(FieldSpec field) {
    return FieldSpec.builder(field.type(), field.name(), Modifier.PRIVATE).build();
  }

  /** Returns the method that takes the values after an end; no value has a $ in its name. */
  static MethodSpec.Builder after(int end, ClassName type) {
    return MethodSpec.methodBuilder(name(end)).addModifiers(Modifier.PRIVATE).returns(type);
  }

  private static String name(int end) {
    return "with$" + end;
  }

  /**
   * Returns the expression that makes the use.
   *
   * @param before what the constructor takes before the values
   */
  CodeBlock made(ClassName type, List<CodeBlock> before, List<CodeBlock> values) {
    List<CodeBlock> first = new ArrayList<>(before);
    first.addAll(values.subList(0, ends.get(0)));
    CodeBlock.Builder made = CodeBlock.builder();
    made.add("new $T($L)", type, CodeBlock.join(first, ",$W"));
    for (int i = 1; i < ends.size(); i++) {
      List<CodeBlock> some = values.subList(ends.get(i - 1), ends.get(i));
      made.add(".$L($L)", name(ends.get(i - 1)), CodeBlock.join(some, ",$W"));
    }
    return made.build();
  }
}
