package dev.millrace.processor.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.resolve.Unifier.Constraint;
import dev.millrace.processor.resolve.Unifier.Found;
import dev.millrace.processor.resolve.Unifier.Relation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was put in place of variables is found there. */
final class UnifierPropertyTest {
  private static final int DEEPEST = 4;

  @Property(edgeCases = EdgeCasesMode.NONE)
  void readingAPatternFilledInGivesBackWhatWasFilledIn(
      @ForAll("patterns") TypeRef pattern, @ForAll("fillings") Substitution filling) {
    Found found = Unifier.read(new FewTypes(), pattern, filling.in(pattern));
    assertEquals(Optional.empty(), found.misfit());
    Set<String> variables = new HashSet<>();
    collect(pattern, variables);
    Map<String, TypeRef> expected = new HashMap<>(filling.types());
    expected.keySet().retainAll(variables);
    Map<String, TypeRef> given = new HashMap<>();
    for (Constraint each : found.constraints()) {
      TypeRef before = given.put(each.variable(), each.type());
      assertEquals(before == null ? each.type() : before, each.type());
    }
    assertEquals(expected, given);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aConcreteTypeSaysNothing(
      @ForAll("patterns") TypeRef pattern, @ForAll("fillings") Substitution filling) {
    TypeRef concrete = filling.in(pattern);
    assertEquals(
        new Found(List.of(), Optional.empty()), Unifier.read(new FewTypes(), concrete, concrete));
  }

  /** Below a wildcard things vary, and only there. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void onlyWhereThereIsNoWildcardNorArrayAVariableIsExact(@ForAll("invariants") TypeRef pattern) {
    Substitution filling =
        new Substitution(Map.of("A", FewTypes.STRING, "B", FewTypes.INTEGER, "C", FewTypes.NUMBER));
    TypeRef list = FewTypes.list(pattern);
    Found found = Unifier.read(new FewTypes(), list, filling.in(list));
    found.constraints().forEach(each -> assertEquals(Relation.EXACT, each.relation()));
  }

  private static void collect(TypeRef type, Set<String> variables) {
    if (type instanceof TypeRef.Variable variable) {
      variables.add(variable.name());
    } else if (type instanceof TypeRef.Array array) {
      collect(array.component(), variables);
    } else if (type instanceof TypeRef.Declared declared) {
      declared.arguments().forEach(each -> collect(each, variables));
    } else if (type instanceof TypeRef.Wildcard wildcard) {
      collect(wildcard.upper() != null ? wildcard.upper() : wildcard.lower(), variables);
    }
  }

  @Provide
  Arbitrary<TypeRef> patterns() {
    return types(variables().map(each -> each), true, DEEPEST);
  }

  @Provide
  Arbitrary<TypeRef> invariants() {
    return types(variables(), false, DEEPEST);
  }

  @Provide
  Arbitrary<Substitution> fillings() {
    // No Object: "? extends Object" is written "?", and there is nothing left to be found.
    Arbitrary<TypeRef> concrete =
        types(Arbitraries.of(FewTypes.STRING, FewTypes.INTEGER, FewTypes.NUMBER), false, 2);
    return Combinators.combine(concrete, concrete, concrete)
        .as((a, b, c) -> new Substitution(Map.of("A", a, "B", b, "C", c)));
  }

  private static Arbitrary<TypeRef> variables() {
    return Arbitraries.of("A", "B", "C").map(FewTypes::variable);
  }

  private static Arbitrary<TypeRef> types(Arbitrary<TypeRef> leaves, boolean vary, int depth) {
    Arbitrary<TypeRef> some = Arbitraries.oneOf(leaves, Arbitraries.of(FewTypes.STRING));
    if (depth == 0) {
      return some;
    }
    Arbitrary<TypeRef> inner = types(leaves, vary, depth - 1);
    Arbitrary<TypeRef> argument =
        vary
            ? Arbitraries.oneOf(inner, inner.map(FewTypes::upTo), inner.map(FewTypes::downTo))
            : inner;
    return Arbitraries.oneOf(
        some,
        argument.map(FewTypes::list),
        argument.map(each -> FewTypes.type("Collection", each)),
        Combinators.combine(argument, argument).as((a, b) -> FewTypes.type("Map", a, b)),
        inner.map(FewTypes::array));
  }
}
