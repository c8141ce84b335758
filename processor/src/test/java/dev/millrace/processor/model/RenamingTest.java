package dev.millrace.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Types that are the same but for the names of their variables. */
final class RenamingTest {
  private static final TypeRef T = new TypeRef.Variable("T");
  private static final TypeRef U = new TypeRef.Variable("U");
  private static final TypeRef V = new TypeRef.Variable("V");

  private static boolean isAlike(TypeRef one, TypeRef other) {
    return Renaming.NONE.of(one, other).isPresent();
  }

  private static TypeRef pair(TypeRef one, TypeRef other) {
    return new TypeRef.Declared(ClassRef.of("t", "Pair"), List.of(one, other));
  }

  @Provide
  Arbitrary<TypeRef> types() {
    return Arbitraries.lazyOf(
        () -> Arbitraries.of(T, U, V),
        () -> Arbitraries.of(TypeRef.OBJECT, TypeRef.Primitive.INT.boxed()),
        () -> types().tuple2().map(both -> pair(both.get1(), both.get2())),
        () -> types().map(TypeRef.Array::new),
        () -> Arbitraries.just(new TypeRef.Array(TypeRef.Primitive.INT)),
        () -> types().map(each -> TypeRef.listOf(new TypeRef.Wildcard(each, null))),
        () -> types().map(each -> TypeRef.listOf(new TypeRef.Wildcard(null, each))),
        () -> Arbitraries.just(TypeRef.listOf(new TypeRef.Wildcard(null, null))),
        () -> types().map(each -> new TypeRef.OrNull(each.nonNull())));
  }

  /** Two types alone would seldom be alike: the others are the first in other names. */
  @Provide
  Arbitrary<List<TypeRef>> types3() {
    Arbitrary<TypeRef> names = Arbitraries.of(T, U, V);
    return types()
        .flatMap(
            type ->
                names
                    .list()
                    .ofSize(3)
                    .map(
                        each ->
                            new Substitution(
                                    Map.of("T", each.get(0), "U", each.get(1), "V", each.get(2)))
                                .in(type))
                    .list()
                    .ofSize(3));
  }

  @Property
  void whetherAllAreLikeTheFirstDoesNotDependOnWhichThatIs(
      @ForAll("types3") List<TypeRef> types, @ForAll Random random) {
    List<TypeRef> shuffled = new ArrayList<>(types);
    Collections.shuffle(shuffled, random);
    assertEquals(
        types.stream().allMatch(each -> isAlike(types.get(0), each)),
        shuffled.stream().allMatch(each -> isAlike(shuffled.get(0), each)));
  }

  @Property
  void whatIsRenamedIsTheOther(@ForAll("types3") List<TypeRef> types) {
    Optional<Renaming> found = Renaming.NONE.of(types.get(0), types.get(1));
    found.ifPresent(
        renaming -> {
          Map<String, TypeRef> names =
              renaming.names().entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getKey, each -> new TypeRef.Variable(each.getValue())));
          assertEquals(types.get(1), new Substitution(names).in(types.get(0)));
        });
  }

  @Property
  void otherNamesOneToOneMakeNoOtherType(@ForAll("types") TypeRef type) {
    assertTrue(isAlike(type, new Substitution(Map.of("T", U, "U", V, "V", T)).in(type)));
  }

  @Test
  void twoVariablesAreNeverOne() {
    assertTrue(isAlike(pair(T, U), pair(U, T)));
    assertFalse(isAlike(pair(T, U), pair(V, V)));
    assertFalse(isAlike(pair(V, V), pair(T, U)));
  }

  @Test
  void namesAreKeptFromOneTypeToTheNext() {
    Renaming renaming = Renaming.NONE.of(pair(T, T), pair(U, U)).orElseThrow();
    assertTrue(renaming.of(T, U).isPresent());
    assertTrue(renaming.of(U, V).isPresent());
    assertEquals(Optional.empty(), renaming.of(U, U));
    assertEquals(Optional.empty(), renaming.of(T, V));
  }
}
