package dev.millrace.processor.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class NullPathsTest {
  private static final TypeRef STRING =
      new TypeRef.Declared(ClassRef.of("java.lang", "String"), List.of());

  private static TypeRef map(TypeRef... arguments) {
    return new TypeRef.Declared(ClassRef.of("java.util", "Map"), List.of(arguments));
  }

  @Test
  void aPlaceIsThatOfAnArgumentInAnArgument() {
    TypeRef values = TypeRef.listOf(new TypeRef.OrNull(STRING));
    assertEquals(List.of("2.1.0"), NullPaths.of("2", map(STRING, values)));
    assertEquals(List.of("r"), NullPaths.of("r", new TypeRef.OrNull(STRING)));
    assertEquals(List.of("r.0"), NullPaths.of("r", new TypeRef.Array(new TypeRef.OrNull(STRING))));
  }

  @Test
  void whereNothingMayBeNullThereIsNoPlace() {
    assertEquals(List.of(), NullPaths.of("0", map(STRING, TypeRef.listOf(STRING))));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aTypeThatLostItsNullsIsItselfAgainWithThem(@ForAll("types") TypeRef type) {
    List<String> paths = NullPaths.of("r", type);
    assertEquals(type, NullPaths.apply("r", NullPaths.apply("r", type, List.of()), paths));
    assertEquals(List.of(), NullPaths.of("r", NullPaths.apply("r", type, List.of())));
  }

  @Provide
  Arbitrary<TypeRef> types() {
    return orNull(
        Arbitraries.recursive(
            () -> Arbitraries.of(STRING, TypeRef.OBJECT),
            inner ->
                Arbitraries.oneOf(
                    orNull(inner).map(TypeRef::listOf),
                    orNull(inner).map(TypeRef.Array::new),
                    orNull(inner).list().ofSize(2).map(both -> map(both.get(0), both.get(1))),
                    orNull(inner).map(upper -> TypeRef.listOf(new TypeRef.Wildcard(upper, null)))),
            0,
            4));
  }

  private static Arbitrary<TypeRef> orNull(Arbitrary<TypeRef> types) {
    return Arbitraries.oneOf(types, types.map(TypeRef.OrNull::new));
  }
}
