package dev.millrace.runtime.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.InputFormatException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTest {
  enum Language {
    EN,
    HE
  }

  record Meta(int year, double weight, boolean open, Language language) {}

  record Passage(String id, String text, @Nullable Meta meta, List<String> tags) {
    Passage {
      if (id.isBlank()) {
        throw new IllegalArgumentException("the id is blank");
      }
    }
  }

  record Encoded(Passage passage, Embedding embedding) {}

  record Loose(List<@Nullable String> words, float[] vector) {}

  private static final Map<String, Object> META =
      Map.of("year", 1848, "weight", 0.5, "open", true, "language", "HE");
  private static final Map<String, Object> PASSAGE =
      Map.of("id", "p1", "text", "a mill", "meta", META, "tags", List.of("water"));
  private static final Passage EXPECTED =
      new Passage("p1", "a mill", new Meta(1848, 0.5, true, Language.HE), List.of("water"));

  private static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Test
  void aMapBecomesItsRecord() {
    assertEquals(EXPECTED, Records.fromMap(Passage.class, PASSAGE));
    assertEquals(
        List.of(EXPECTED, EXPECTED), Records.fromMaps(Passage.class, List.of(PASSAGE, PASSAGE)));
  }

  @Test
  void aTreeBecomesItsRecord() {
    JsonNode tree =
        json(
            "{'id': 'p1', 'text': 'a mill', 'tags': ['water'], 'meta':"
                + " {'year': 1848, 'weight': 0.5, 'open': true, 'language': 'HE'}}");
    assertEquals(EXPECTED, Records.fromJson(Passage.class, tree));
    assertEquals(List.of(EXPECTED), Records.fromJsonArray(Passage.class, array(tree)));
    assertEquals(List.of(), Records.fromJsonArray(Passage.class, json("[]")));
  }

  private static JsonNode array(JsonNode element) {
    return JsonMapper.builder().build().createArrayNode().add(element);
  }

  @Test
  void aHandleStaysTheHandleItIs() {
    Embedding embedding = Embedding.of(1, 2);
    Encoded encoded =
        Records.fromMap(Encoded.class, Map.of("passage", PASSAGE, "embedding", embedding));
    assertSame(embedding, encoded.embedding());
    assertEquals(EXPECTED, encoded.passage());
  }

  @Test
  void numbersBecomeAnEmbedding() {
    assertEquals(
        Embedding.of(new float[][] {{1, 2}, {3, 4.5f}}),
        Records.fromMap(
                Encoded.class,
                Map.of(
                    "passage", PASSAGE, "embedding", List.of(List.of(1, 2), new double[] {3, 4.5})))
            .embedding());
  }

  @Test
  void whatMayBeMissingIsDeclaredNullable() {
    Map<String, Object> passage = new HashMap<>(PASSAGE);
    passage.remove("meta");
    assertNull(Records.fromMap(Passage.class, passage).meta());
    passage.put("meta", null);
    assertNull(Records.fromMap(Passage.class, passage).meta());
    Loose loose =
        Records.fromMap(
            Loose.class, Map.of("words", Arrays.asList("a", null), "vector", List.of(1)));
    assertEquals(Arrays.asList("a", null), loose.words());
    assertArrayEquals(new float[] {1}, loose.vector());
  }

  @Property(tries = 500)
  void whatIsWrittenAsJsonIsReadAsTheSameRecord(
      @ForAll int year, @ForAll double weight, @ForAll List<String> tags) {
    Passage passage =
        new Passage("p", "t", new Meta(year, weight, false, Language.EN), List.copyOf(tags));
    assertEquals(
        passage,
        Records.fromJson(Passage.class, JsonMapper.builder().build().valueToTree(passage)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'p','tags':[]} | no Passage: $.text is missing; expected a string; give it, or"
            + " declare it @Nullable",
        "{'id':'p','text':null,'tags':[]} | no Passage: $.text is null; expected a string; give it,"
            + " or declare it @Nullable",
        "{'id':'p','text':5,'tags':[]} | no Passage: $.text is 5; expected a string",
        "{'id':'p','text':['t'],'tags':[]} | no Passage: $.text is [\"t\"]; expected a string",
        "{'id':'p','text':'t','tags':'a'} | no Passage: $.tags is \"a\"; expected an array",
        "{'id':'p','text':'t','tags':['a',null]} | no Passage: $.tags[1] is null; expected a"
            + " string; give it, or declare it @Nullable",
        "{'id':'p','txt':'t','tags':[]} | no Passage: $.text is missing, though there is txt;"
            + " expected a string; give it, or declare it @Nullable",
        "{'id':'p','text':'t','tags':[],'url':1} | no Passage: $.url is 1; expected no other names"
            + " than id, text, meta, tags",
        "{'id':' ','text':'t','tags':[]} | no Passage: $ is"
            + " {\"id\":\" \",\"text\":\"t\",\"tags\":[]}; expected what the constructor of Passage"
            + " accepts: java.lang.IllegalArgumentException: the id is blank",
        "[] | no Passage: $ is []; expected an object with id, text, meta, tags",
        "\"p\" | no Passage: $ is \"p\"; expected an object with id, text, meta, tags",
        "null | no Passage: $ is null; expected an object with id, text, meta, tags",
      })
  void saysWhereWhatAndWhy(String text, String message) {
    assertEquals(message, refusal(() -> Records.fromJson(Passage.class, json(text))).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'year':'1848' | $[1].meta.year is \"1848\"; expected a number of type int",
        "'year':1.5 | $[1].meta.year is 1.5; expected a number of type int",
        "'year':3000000000 | $[1].meta.year is 3000000000; expected a number of type int",
        "'open':'true' | $[1].meta.open is \"true\"; expected true or false",
        "'open':1 | $[1].meta.open is 1; expected true or false",
        "'language':'FR' | $[1].meta.language is \"FR\"; expected one of \"EN\", \"HE\"",
        "'weight':null | $[1].meta.weight is null; expected a number of type double; give it, or"
            + " declare it @Nullable",
        "'weight':{} | $[1].meta.weight is {}; expected a number of type double",
      })
  void namesThePathIntoListsAndRecords(String wrong, String message) {
    String meta = "{'year': 1, 'weight': 1, 'open': true, 'language': 'EN', " + wrong + "}";
    String passage = "{'id': 'p', 'text': 't', 'tags': [], 'meta': ";
    String good = passage + "null}";
    InputFormatException e =
        refusal(
            () ->
                Records.fromJsonArray(
                    Passage.class, json("[" + good + "," + passage + meta + "}]")));
    assertEquals("no Passage: " + message, e.getMessage());
    assertEquals(
        message, e.path() + " is " + e.value() + "; expected " + e.expected(), "by its parts");
  }

  @Test
  void namesThePathIntoMaps() {
    Map<String, Object> passage = new HashMap<>(PASSAGE);
    passage.put("meta", Map.of("year", "x"));
    assertEquals(
        "no Passage: $[1].meta.year is \"x\"; expected a number of type int",
        refusal(() -> Records.fromMaps(Passage.class, List.of(PASSAGE, passage))).getMessage());
    assertEquals(
        "no Encoded: $.embedding is [1,\"2\"]; expected an array of numbers, or one of equally long"
            + " arrays of numbers: 2 is no number",
        refusal(
                () ->
                    Records.fromMap(
                        Encoded.class, Map.of("passage", PASSAGE, "embedding", List.of(1, "2"))))
            .getMessage());
  }

  @Test
  void aNullAmongTheRecordsIsNamed() {
    String message = "no Passage: $[1] is null; expected an object with id, text, meta, tags";
    assertEquals(
        message,
        refusal(() -> Records.fromMaps(Passage.class, Arrays.asList(PASSAGE, null))).getMessage());
    assertEquals(
        message,
        refusal(
                () ->
                    Records.fromJsonArray(
                        Passage.class, json("[{'id':'p','text':'t','tags':[]}, null]")))
            .getMessage());
    assertEquals(
        "no Passage: $ is null; expected an array",
        refusal(() -> Records.fromJsonArray(Passage.class, NullNode.instance)).getMessage());
  }

  @Test
  void whatIsLongIsCut() {
    InputFormatException e =
        refusal(
            () ->
                Records.fromMap(
                    Passage.class,
                    Map.of("id", "p", "text", Collections.nCopies(100, "a"), "tags", List.of())));
    assertEquals(61, e.value().length());
  }

  record Numbers(
      @Nullable Byte b,
      byte @Nullable [] bytes,
      @Nullable List<Byte> boxed,
      @Nullable Short s,
      @Nullable Float f,
      float @Nullable [] floats,
      @Nullable Double d,
      @Nullable Language e,
      @Nullable Character c,
      @Nullable Embedding v) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'b':200 | $.b is 200; expected a number of type byte",
        "'b':-129 | $.b is -129; expected a number of type byte",
        "'bytes':[1,200] | $.bytes[1] is 200; expected a number of type byte",
        "'boxed':[1,200] | $.boxed[1] is 200; expected a number of type byte",
        "'s':40000 | $.s is 40000; expected a number of type short",
        "'f':1e39 | $.f is 1.0E39; expected a number of type float in its range; what is infinite"
            + " is \"Infinity\" in quotes",
        "'f':-1e400 | $.f is -Infinity; expected a number of type float in its range; what is"
            + " infinite is \"Infinity\" in quotes",
        "'floats':[1,1e39] | $.floats[1] is 1.0E39; expected a number of type float in its range;"
            + " what is infinite is \"Infinity\" in quotes",
        "'d':1e400 | $.d is Infinity; expected a number of type double in its range; what is"
            + " infinite is \"Infinity\" in quotes",
        "'d':'1e400' | $.d is \"1e400\"; expected a number of type Double",
        "'v':[1e400] | $.v is [\"Infinity\"]; expected an array of numbers, or one of equally long"
            + " arrays of numbers: Infinity is beyond a float's range",
        "'e':0 | $.e is 0; expected one of \"EN\", \"HE\"",
        "'e':'0' | $.e is \"0\"; expected one of \"EN\", \"HE\"",
        "'c':'ab' | $.c is \"ab\"; expected a string of one character",
        "'c':65 | $.c is 65; expected a string of one character",
      })
  void whatATypeCannotHoldIsRefused(String wrong, String message) {
    InputFormatException e =
        refusal(() -> Records.fromJson(Numbers.class, json("{" + wrong + "}")));
    assertEquals("no Numbers: " + message, e.getMessage());
  }

  @ParameterizedTest
  @MethodSource("whatIsTooLarge")
  void whatIsTooLargeInAMapIsRefused(String name, Object value, String type) {
    InputFormatException e = refusal(() -> Records.fromMap(Numbers.class, Map.of(name, value)));
    assertEquals("$." + name, e.path());
    assertEquals("a number of type " + type, e.expected().replaceFirst(" in its range.*", ""));
  }

  static List<Arguments> whatIsTooLarge() {
    return List.of(
        Arguments.of("b", 200, "byte"),
        Arguments.of("s", 40_000, "short"),
        Arguments.of("f", 1e300, "float"),
        Arguments.of("d", new BigDecimal("1e400"), "double"));
  }

  @Property(tries = 500)
  void whatATypeHoldsIsRead(@ForAll byte b, @ForAll short s, @ForAll float f, @ForAll double d) {
    Numbers expected =
        new Numbers(b, null, List.of(b), s, f, null, d, Language.HE, 'c', Embedding.of(f));
    assertEquals(
        expected,
        Records.fromJson(
            Numbers.class,
            JsonMapper.builder().addModule(new EmbeddingModule()).build().valueToTree(expected)));
    assertEquals(
        expected,
        Records.fromMap(
            Numbers.class,
            Map.of(
                "b",
                b,
                "boxed",
                List.of(b),
                "s",
                s,
                "f",
                f,
                "d",
                d,
                "e",
                "HE",
                "c",
                "c",
                "v",
                List.of(f))));
  }

  @Test
  void whatJsonHasNoNumberForIsInQuotes() {
    Numbers read = Records.fromJson(Numbers.class, json("{'f':'NaN','d':'-Infinity'}"));
    assertEquals(Float.NaN, read.f());
    assertEquals(Double.NEGATIVE_INFINITY, read.d());
    Numbers given =
        Records.fromMap(Numbers.class, Map.of("f", Double.POSITIVE_INFINITY, "d", Double.NaN));
    assertEquals(Float.POSITIVE_INFINITY, given.f());
    assertEquals(Double.NaN, given.d());
  }

  record Perhaps(
      Optional<String> word,
      OptionalInt i,
      OptionalLong l,
      OptionalDouble d,
      Optional<List<Meta>> metas,
      List<Optional<Integer>> numbers) {}

  @Test
  void anOptionalIsEmptyWhereNothingIs() {
    Perhaps empty =
        new Perhaps(
            Optional.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            List.of(Optional.empty(), Optional.of(1)));
    assertEquals(empty, Records.fromJson(Perhaps.class, json("{'numbers':[null,1]}")));
    assertEquals(
        empty,
        Records.fromJson(
            Perhaps.class,
            json("{'word':null,'i':null,'l':null,'d':null,'metas':null,'numbers':[null,1]}")));
  }

  @Test
  void anOptionalHoldsWhatIsThere() {
    Perhaps full =
        new Perhaps(
            Optional.of("mill"),
            OptionalInt.of(1),
            OptionalLong.of(5_000_000_000L),
            OptionalDouble.of(0.5),
            Optional.of(List.of(new Meta(1848, 0.5, true, Language.HE))),
            List.of());
    Map<String, Object> values =
        Map.of(
            "word",
            "mill",
            "i",
            1,
            "l",
            5_000_000_000L,
            "d",
            0.5,
            "metas",
            List.of(META),
            "numbers",
            List.of());
    assertEquals(full, Records.fromMap(Perhaps.class, values));
    assertEquals(
        full, Records.fromJson(Perhaps.class, JsonMapper.builder().build().valueToTree(values)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'word':5 | $.word is 5; expected a string",
        "'i':'5' | $.i is \"5\"; expected a number of type int",
        "'i':3000000000 | $.i is 3000000000; expected a number of type int",
        "'metas':[{'year':'x'}] | $.metas[0].year is \"x\"; expected a number of type int",
        "'numbers':['1'] | $.numbers[0] is \"1\"; expected a number of type Integer",
      })
  void whatAnOptionalCannotHoldIsRefused(String wrong, String message) {
    InputFormatException e =
        refusal(() -> Records.fromJson(Perhaps.class, json("{" + wrong + "}")));
    assertEquals("no Perhaps: " + message, e.getMessage());
  }

  record Open(Map<String, Object> values) {}

  @Test
  void whatContainsItselfIsRefused() {
    Map<String, Object> self = new HashMap<>();
    List<Object> list = new ArrayList<>(List.of("a"));
    self.put("list", list);
    list.add(self);
    InputFormatException e =
        refusal(() -> Records.fromMap(Open.class, Map.of("values", Map.of("inner", self))));
    assertEquals(
        "no Open: $.values.inner.list[1] is a java.util.HashMap; expected what does not contain"
            + " itself",
        e.getMessage());
  }

  @Test
  void whatIsThereTwiceIsRead() {
    Map<String, Object> values = Map.of("a", META, "b", META, "c", List.of(META, META));
    assertEquals(values, Records.fromMap(Open.class, Map.of("values", values)).values());
  }

  private static InputFormatException refusal(Executable call) {
    return assertThrows(InputFormatException.class, call);
  }
}
