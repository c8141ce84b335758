package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.NoKeyException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeySinkTest {
  private static final KeyType TREE = KeyType.of("Tree", "children");

  record Tree(List<Tree> children) {}

  private static final KeyEncoder<Collection<? extends Tree>> TREES =
      CollectionKeys.list(KeySinkTest::tree);

  private static void tree(@Nullable Tree tree, KeySink sink) {
    if (tree == null) {
      sink.writeNull();
      return;
    }
    sink.begin(TREE);
    sink.part("children", tree.children(), TREES);
  }

  private static String failure(Runnable taking) {
    return String.valueOf(assertThrows(NoKeyException.class, taking::run).getMessage());
  }

  @Test
  void aValueThatContainsItselfIsToldWithItsPlace() {
    List<Tree> children = new ArrayList<>();
    Tree tree = new Tree(children);
    children.add(new Tree(List.of()));
    children.add(tree);
    assertEquals(
        "\"corpus.children[1].children[1].children[1].children[1].children[1].children…\" has no"
            + " key for a cache, because it is nested more than 500 deep, or contains itself; mend"
            + " that, give its class a @CacheKey method, or leave it out by"
            + " @In(key = KeyPolicy.IGNORE)",
        failure(() -> new KeySink().take("corpus", tree, KeySinkTest::tree)));
  }

  /** Half of the stack that a thread usually has is enough for the deepest value. */
  @Test
  void aDeepValueOverflowsNoStack() throws InterruptedException {
    List<Tree> children = new ArrayList<>();
    children.add(new Tree(children));
    List<Throwable> thrown = new ArrayList<>();
    Runnable taking = () -> new KeySink().take("corpus", children, TREES);
    Thread small =
        new Thread(
            null,
            () -> {
              try {
                taking.run();
              } catch (Throwable failure) {
                thrown.add(failure);
              }
            },
            "small",
            512 * 1024);
    small.start();
    small.join();
    assertEquals(NoKeyException.class, thrown.get(0).getClass());
  }

  @Test
  void aSinkIsUsedAgainAfterAFailure() {
    List<Tree> children = new ArrayList<>();
    children.add(new Tree(children));
    KeySink sink = new KeySink();
    assertThrows(NoKeyException.class, () -> sink.take("trees", children, TREES));
    sink.take("trees", List.of(new Tree(List.of())), TREES);
    assertEquals(Taken.of(List.of(new Tree(List.of())), TREES), new Taken(sink.high(), sink.low()));
  }

  @Test
  void aLambdaHasNoNameOfItsOwn() {
    Runnable lambda = () -> {};
    KeyEncoder<Runnable> encoder = ScalarKeys.orNull((value, sink) -> sink.alike(value));
    String message =
        failure(() -> new KeySink().take("steps", List.of(lambda), CollectionKeys.list(encoder)));
    assertTrue(
        message.startsWith("\"steps[0]\" has no key for a cache, because it is of a lambda"),
        message);
    Object anonymous = new Object() {};
    assertThrows(
        NoKeyException.class,
        () -> new KeySink().take("step", anonymous, (value, sink) -> sink.keyed(value)));
  }

  @Test
  void aSubclassMayHaveMoreToIt() {
    KeyEncoder<Object> exactly = (value, sink) -> sink.requireExactly(Number.class, value);
    String message = failure(() -> new KeySink().take("number", 1, exactly));
    assertTrue(message.contains("it is a java.lang.Integer, and what that adds to"), message);
  }

  @Test
  void aFileThatIsNotThereIsToldWithItsPlace(@TempDir Path folder) {
    Path absent = folder.resolve("absent");
    String message =
        failure(
            () ->
                new KeySink()
                    .take(
                        "files",
                        Optional.of(absent),
                        CollectionKeys.optional(NamedKeys.PATH_BY_CONTENT)));
    assertTrue(message.startsWith("\"files\" has no key for a cache, because what is in"), message);
    assertTrue(message.contains("NoSuchFileException"), message);
  }

  @Test
  void aPathIsItsNameOrWhatIsInTheFile(@TempDir Path folder) throws Exception {
    Path one = Files.writeString(folder.resolve("one"), "text");
    Path two = Files.writeString(folder.resolve("two"), "text");
    assertNotEquals(Taken.of(one, NamedKeys.PATH_BY_NAME), Taken.of(two, NamedKeys.PATH_BY_NAME));
    assertEquals(
        Taken.of(one, NamedKeys.PATH_BY_CONTENT), Taken.of(two, NamedKeys.PATH_BY_CONTENT));
    Taken named = Taken.of(two, NamedKeys.PATH_BY_NAME);
    Taken before = Taken.of(two, NamedKeys.PATH_BY_CONTENT);
    Files.writeString(two, "other");
    assertEquals(named, Taken.of(two, NamedKeys.PATH_BY_NAME));
    assertNotEquals(before, Taken.of(two, NamedKeys.PATH_BY_CONTENT));
  }

  @Test
  void anObjectByIdentityIsEqualToItselfOnly() {
    KeyEncoder<@Nullable Object> identity = (value, sink) -> sink.identity(value);
    Object one = new StringBuilder("a");
    Object two = new StringBuilder("a");
    assertEquals(Taken.of(one, identity), Taken.of(one, identity));
    assertNotEquals(Taken.of(one, identity), Taken.of(two, identity));
    assertEquals(Taken.of(null, identity), Taken.of(null, ScalarKeys.STRING));
  }

  @Test
  void aCollectionIsAListOrASetOrItself() {
    KeyEncoder<Collection<? extends String>> any = CollectionKeys.collection(ScalarKeys.STRING);
    List<String> list = List.of("b", "a");
    Set<String> set = Set.of("a", "b");
    Collection<String> values = Map.of("k", "a").values();
    assertEquals(Taken.of(list, CollectionKeys.list(ScalarKeys.STRING)), Taken.of(list, any));
    assertEquals(Taken.of(set, CollectionKeys.set(ScalarKeys.STRING)), Taken.of(set, any));
    assertNotEquals(Taken.of(values, any), Taken.of(List.copyOf(values), any));
    assertNotEquals(Taken.of(values, any), Taken.of(Set.copyOf(values), any));
  }

  @Test
  void whereTheTypePromisesAnOrderItCounts() {
    KeyEncoder<Collection<? extends String>> set = CollectionKeys.orderedSet(ScalarKeys.STRING);
    assertNotEquals(Taken.of(List.of("a", "b"), set), Taken.of(List.of("b", "a"), set));
    var map = CollectionKeys.orderedMap(ScalarKeys.STRING, ScalarKeys.STRING);
    Map<String, String> one = new java.util.LinkedHashMap<>();
    one.put("a", "1");
    one.put("b", "2");
    Map<String, String> two = new java.util.LinkedHashMap<>();
    two.put("b", "2");
    two.put("a", "1");
    assertEquals(one, two);
    assertNotEquals(Taken.of(one, map), Taken.of(two, map));
  }

  @Test
  void aCollectionThatChangesMeanwhileIsRefused() {
    Collection<String> lying =
        new java.util.AbstractCollection<>() {
          @Override
          public java.util.Iterator<String> iterator() {
            return List.of("a", "b").iterator();
          }

          @Override
          public int size() {
            return 1;
          }
        };
    for (var encoder :
        List.of(
            CollectionKeys.list(ScalarKeys.STRING),
            CollectionKeys.set(ScalarKeys.STRING),
            CollectionKeys.numbers(ScalarKeys.STRING))) {
      assertThrows(
          ConcurrentModificationException.class, () -> new KeySink().take("words", lying, encoder));
    }
  }

  @Test
  void aPartThatIsRenamedOrMovedMakesAnotherType() {
    Set<Taken> taken = new HashSet<>();
    for (KeyType type :
        List.of(
            KeyType.of("T", "a", "b"),
            KeyType.of("T", "b", "a"),
            KeyType.of("T", "ab"),
            KeyType.of("Ta", "b"),
            KeyType.of("U", "a", "b"))) {
      assertTrue(taken.add(Taken.of("", (value, sink) -> sink.begin(type))));
    }
    KeyType again = KeyType.of("T", "a", "b");
    assertFalse(taken.add(Taken.of("", (value, sink) -> sink.begin(again))));
  }

  @Test
  void patternsAndUrisAreTheirText() {
    assertEquals(
        Taken.of(Pattern.compile("a", 2), NamedKeys.PATTERN),
        Taken.of(Pattern.compile("a", 2), NamedKeys.PATTERN));
    assertNotEquals(
        Taken.of(Pattern.compile("a", 2), NamedKeys.PATTERN),
        Taken.of(Pattern.compile("a"), NamedKeys.PATTERN));
    assertNotEquals(
        Taken.of(URI.create("http://a"), NamedKeys.URI),
        Taken.of(URI.create("http://A"), NamedKeys.URI));
  }
}
