package dev.millrace.processor.resolve;

import static dev.millrace.processor.resolve.FewTypes.INTEGER;
import static dev.millrace.processor.resolve.FewTypes.NUMBER;
import static dev.millrace.processor.resolve.FewTypes.STRING;
import static dev.millrace.processor.resolve.FewTypes.downTo;
import static dev.millrace.processor.resolve.FewTypes.list;
import static dev.millrace.processor.resolve.FewTypes.type;
import static dev.millrace.processor.resolve.FewTypes.upTo;
import static dev.millrace.processor.resolve.FewTypes.variable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeParameter;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.testing.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which type a variable gets, from all that a call reads. */
final class InferenceTest {
  private static final TypeRef T = variable("T");
  private static final TypeParameter OF_T = new TypeParameter("T", List.of());

  @Test
  void theExactOneWins() {
    assertFixed(Map.of("T", NUMBER), reading(List.of(OF_T), list(T), list(NUMBER), T, INTEGER));
  }

  @Test
  void ofLowerBoundsTheOneThatTakesAllOthers() {
    assertFixed(Map.of("T", NUMBER), reading(List.of(OF_T), T, INTEGER, T, NUMBER));
  }

  @Test
  void ofUpperBoundsTheOneThatAllOthersTake() {
    assertFixed(
        Map.of("T", INTEGER),
        reading(List.of(OF_T), list(downTo(T)), list(NUMBER), list(downTo(T)), list(INTEGER)));
  }

  @Test
  void anUpperBoundMayTakeWhatNoLowerOneDoes() {
    assertFixed(
        Map.of("T", TypeRef.OBJECT),
        reading(List.of(OF_T), T, INTEGER, T, STRING, list(downTo(T)), list(TypeRef.OBJECT)));
  }

  @Test
  void noCommonSupertypeIsMadeUp() {
    GenericFault.Conflict conflict =
        assertInstanceOf(
            GenericFault.Conflict.class, fault(reading(List.of(OF_T), T, INTEGER, T, STRING)));
    assertEquals(List.of("p0", "p1"), List.of(conflict.port().name(), conflict.otherPort().name()));
    assertEquals(List.of(INTEGER, STRING), List.of(conflict.type(), conflict.otherType()));
  }

  @Test
  void aBoundFixesWhatNoPortDoes() {
    TypeParameter collection = new TypeParameter("C", List.of(type("Collection", T)));
    assertFixed(
        Map.of("T", STRING, "C", type("Words")),
        reading(List.of(OF_T, collection), variable("C"), type("Words")));
  }

  @Test
  void aBoundIsCheckedWithWhatItsVariablesStandFor() {
    TypeParameter bounded = new TypeParameter("T", List.of(NUMBER));
    GenericFault.OutOfBound outside =
        assertInstanceOf(
            GenericFault.OutOfBound.class, fault(reading(List.of(bounded), list(T), list(STRING))));
    assertEquals(List.of(STRING, NUMBER), List.of(outside.type(), outside.bound()));
  }

  @Test
  void whatNothingFixesIsNamedWithItsReaders() {
    GenericFault.Unfixed unfixed =
        assertInstanceOf(
            GenericFault.Unfixed.class, fault(reading(List.of(OF_T), list(upTo(T)), null)));
    assertEquals(List.of("p0"), unfixed.readers().stream().map(Port::name).toList());
  }

  private static void assertFixed(Map<String, TypeRef> expected, Inference.Outcome outcome) {
    assertEquals(List.of(), outcome.faults());
    assertEquals(Optional.of(new Substitution(expected)), outcome.substitution());
  }

  private static GenericFault fault(Inference.Outcome outcome) {
    assertEquals(1, outcome.faults().size());
    return outcome.faults().get(0);
  }

  /** Infers the variables of a call: what each port is read as, then what is there, or null. */
  private static Inference.Outcome reading(List<TypeParameter> variables, TypeRef... types) {
    List<Port> ports = new ArrayList<>();
    for (int i = 0; i < types.length; i += 2) {
      String name = "p" + i / 2;
      ports.add(Declared.port(name, types[i]));
    }
    NodeModel node = Declared.node("node", variables, ports, STRING);
    Inference inference = new Inference(new FewTypes(), node);
    for (int i = 0; i < ports.size(); i++) {
      TypeRef given = types[2 * i + 1];
      if (given != null) {
        inference.reads(ports.get(i), given);
      }
    }
    return inference.outcome();
  }
}
