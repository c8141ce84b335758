package dev.millrace.retrieval.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {
  @TempDir Path folder;

  @Test
  void readsPassagesInOrderWithEitherNameOfTheId() {
    Path file =
        write(
            """
            {"_id": "b", "title": "Tides", "text": "The moon pulls."}
            {"id": "a", "text": "No title", "metadata": {"text": "not this", "n": [1, 2]}}
            {"_id": "c", "id": "ignored", "title": null, "text": ""}
            {"_id": 31715818, "text": "ids may be whole numbers"}
            """);
    assertEquals(
        List.of(
            new Passage("b", "Tides", "The moon pulls."),
            new Passage("a", "", "No title"),
            new Passage("c", "", ""),
            new Passage("31715818", "", "ids may be whole numbers")),
        CorpusReader.passages(file));
  }

  @Test
  void readsQueriesInOrder() {
    Path file = write("{\"_id\":\"2\",\"text\":\"two\"}\n{\"text\":\"one\",\"_id\":\"1\"}\n");
    assertEquals(List.of(new Query("2", "two"), new Query("1", "one")), CorpusReader.queries(file));
  }

  @Test
  void toleratesByteOrderMarkBlankLinesCarriageReturnsAndAMissingLastLineFeed() {
    Path file =
        write(
            "\uFEFF\r\n{\"id\":\"1\",\"text\":\"שלום\"}\r\n\r\n  \n{\"id\":\"2\",\"text\":\"😀\"}");
    assertEquals(List.of(new Query("1", "שלום"), new Query("2", "😀")), CorpusReader.queries(file));
  }

  @Test
  void readsLinesLongerThanItsBuffer() {
    String text = "x".repeat(200_000);
    Path file = write("{\"id\":\"1\",\"text\":\"" + text + "\"}\n{\"id\":\"2\",\"text\":\"y\"}\n");
    List<Query> queries = CorpusReader.queries(file);
    assertEquals(text, queries.get(0).text());
    assertEquals("y", queries.get(1).text());
  }

  @Test
  void joinsTitleAndTextWithASpaceWhereBothExist() {
    assertEquals("title text", new Passage("1", "title", "text").content());
    assertEquals("text", new Passage("1", "", "text").content());
    assertEquals("title", new Passage("1", "title", "").content());
  }

  @Test
  void reportsMalformedJsonWithItsLine() {
    CorpusException e = fails("{\"id\":\"1\",\"text\":\"a\"}\n\n{\"id\":\"2\",\"text\": oops}\n");
    assertEquals(3, e.line());
    assertMentions(e, "line 3", "malformed JSON", "oops");
  }

  @Test
  void reportsALineThatIsNoObject() {
    assertMentions(fails("[1, 2]\n"), "line 1", "one JSON object per line", "[1, 2]");
  }

  @Test
  void reportsTwoObjectsOnALine() {
    assertMentions(fails("{\"id\":\"1\",\"text\":\"a\"} {}\n"), "line 1", "follows the object");
  }

  @Test
  void reportsAnObjectThatIsCutOff() {
    assertMentions(fails("{\"id\":\"1\",\"text\":\"a\"\n"), "line 1", "malformed JSON");
  }

  @Test
  void reportsAFieldGivenTwice() {
    assertMentions(fails("{\"id\":\"1\",\"id\":\"2\",\"text\":\"a\"}\n"), "line 1", "Duplicate");
  }

  @Test
  void reportsAMissingId() {
    assertMentions(fails("{\"text\":\"a\"}\n"), "line 1", "no id", "\"_id\"");
  }

  @Test
  void reportsABlankId() {
    assertMentions(fails("{\"id\":\" \",\"text\":\"a\"}\n"), "line 1", "blank");
  }

  @Test
  void reportsAMissingText() {
    assertMentions(fails("{\"id\":\"1\",\"title\":\"a\"}\n"), "line 1", "no \"text\"");
  }

  @Test
  void reportsATextOfAnotherType() {
    assertMentions(fails("{\"id\":\"1\",\"text\":7}\n"), "line 1", "\"text\"", "a string");
    assertMentions(fails("{\"id\":\"1\",\"text\":[\"a\"]}\n"), "\"text\"", "START_ARRAY");
  }

  @Test
  void reportsADuplicateIdWithBothLines() {
    CorpusException e =
        fails(
            "{\"id\":\"7\",\"text\":\"a\"}\n{\"id\":\"8\",\"text\":\"b\"}\n"
                + "{\"id\":\"7\",\"text\":\"c\"}\n");
    assertEquals(3, e.line());
    assertMentions(e, "\"7\"", "line 3", "line 1");
  }

  @Test
  void reportsBytesThatAreNotUtf8OnTheirLine() throws IOException {
    Path file = folder.resolve("latin1.jsonl");
    Files.write(
        file,
        "{\"id\":\"1\",\"text\":\"ok\"}\n{\"id\":\"2\",\"text\":\"caf\u00e9\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    CorpusException e = assertThrows(CorpusException.class, () -> CorpusReader.passages(file));
    assertEquals(2, e.line());
    // {"id":"2","text":"caf is 21 bytes long, so the é stands at offset 21.
    assertMentions(e, "0xe9", "offset 21", "UTF-8");
  }

  @Test
  void reportsAMissingFile() {
    Path file = folder.resolve("nowhere.jsonl");
    CorpusException e = assertThrows(CorpusException.class, () -> CorpusReader.queries(file));
    assertEquals(0, e.line());
    assertEquals(file.toString(), e.file());
    assertMentions(e, "no such file");
  }

  @Test
  void reportsAFolder() {
    assertMentions(
        assertThrows(CorpusException.class, () -> CorpusReader.queries(folder)), "is a folder");
  }

  @Test
  void reportsAnEmptyFile() {
    assertMentions(fails(""), "is empty", "passage");
    assertMentions(fails("\n  \n"), "is empty");
  }

  private CorpusException fails(String content) {
    Path file = write(content);
    return assertThrows(CorpusException.class, () -> CorpusReader.passages(file));
  }

  private Path write(String content) {
    try {
      return Files.writeString(folder.resolve("file.jsonl"), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertMentions(Exception e, String... parts) {
    for (String part : parts) {
      assertTrue(
          e.getMessage().contains(part), () -> "<" + e.getMessage() + "> lacks <" + part + ">");
    }
  }
}
