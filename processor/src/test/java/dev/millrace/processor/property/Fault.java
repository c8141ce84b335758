package dev.millrace.processor.property;

import static dev.millrace.processor.property.Fault.Sure.AT_THE_TOP;
import static dev.millrace.processor.property.Fault.Sure.EVERYWHERE;
import static dev.millrace.processor.property.Fault.Sure.NOWHERE;

import dev.millrace.processor.report.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a developer may get wrong, as a change of the text. The mark {@code ~} in a replacement is
 * where the report stands: on the line of what follows it.
 */
enum Fault {
  // of nodes
  PRIVATE(EVERYWHERE, "@Node static ", "~@Node private static ", Message.NODE_PRIVATE),
  VOID(EVERYWHERE, "(?=@Node static )", "~@Node static void nothing() {}\n", Message.NODE_VOID),
  RAW(
      EVERYWHERE,
      "(@Node static (?!<).*[(,] ?)List<\\w+>( \\w+[,)].*\n(?!@Batch))",
      "~$1List$2",
      Message.RAW_TYPE),
  RESERVED(EVERYWHERE, "@Node static ", "~@Node(\"run\") static ", Message.NAME_RESERVED),
  KEYWORD(EVERYWHERE, "@Node static ", "~@Node(\"class\") static ", Message.NAME_INVALID),
  MAPPED_NODE(
      EVERYWHERE, "(@Node static [^(]*\\()(?!\\))(.*\\) \\{)", "~$1@Each $2", Message.MISPLACED),
  NO_DEFAULT(
      EVERYWHERE,
      "(@Node static .*[(,] ?)(int \\w+[,)])",
      "~$1@Default(\"ten\") $2",
      Message.DEFAULT_INVALID),

  NO_RECORD(EVERYWHERE, "(@Node @Split static )Of\\w+ ", "~$1Object ", Message.SPLIT_RECORD),
  PART_TWICE(
      EVERYWHERE,
      "(record Ofv\\d+\\(\\S+ )(v\\d+)(.*\n)(@Node @Split .*\n)",
      "$0~@Node(\"$2\") static int $2Again(int e) { return e; }\n",
      Message.DUPLICATE_OUTPUT),

  // of variants
  NO_CONSTANT(EVERYWHERE, "@When\\(\"UP\"\\)", "~@When(\"AHEAD\")", Message.WHEN_CONSTANT),
  ONE_WAY(EVERYWHERE, "@Node.* @When\\(\"UP\"\\).*\n", "~", Message.VARIANT_MISSING),
  SAME_WAY(EVERYWHERE, "@When\\(\"DOWN\"\\)", "~@When(\"UP\")", Message.VARIANT_TWICE),
  OTHER_WAY(
      EVERYWHERE,
      "(@When\\(\"DOWN\"\\) static )(int|String|List<\\w+>) ",
      "~$1Object ",
      Message.VARIANT_RESULT),

  // of twins
  NO_LIST(
      EVERYWHERE,
      "(@Batch static (<.*> )?)List<\\w+> (?=v\\d+\\()",
      "~$1Object ",
      Message.TWIN_RESULT,
      Message.TWIN_MISMATCH),
  NO_NODE(EVERYWHERE, "(@Batch static .*)(?=\\(.*\\) \\{)", "~$1Alone", Message.TWIN_ALONE),

  // of wiring
  MISSPELT(
      AT_THE_TOP,
      "(@Node static (?!<).*?[(,] ?[\\w<>]+ )([vmc]\\d+)(\\d)([,)].*, )\\2\\3([,)])",
      "~$1$2$4$2$5",
      Message.NEAR_NAME),
  WRONG_TYPE(
      AT_THE_TOP,
      "(@Node static (?!<).*[(,] ?)[\\w<>]+( [vmc]\\d+[,)].*\n(?!@Batch))",
      "~$1Thread$2",
      Message.TYPE_MISMATCH),
  NO_NULL(
      NOWHERE,
      "(@Node static .*[(,] ?)@\\S+Nullable (?=\\S+ v\\d+[,)].*)",
      "~$1",
      Message.TYPE_MISMATCH,
      Message.TWIN_MISMATCH),
  PRODUCED_TWICE(
      EVERYWHERE,
      "@Node static ((?!<).* )(v\\d+)(\\(.*\n)(?!@Batch)",
      "$0~@Node(\"$2\") static $1$2Again$3",
      Message.DUPLICATE_OUTPUT),
  NEEDS_ITSELF(
      AT_THE_TOP,
      "(@Node static (?!<).* )(v\\d+)\\((?!\\))(.*\n)(?!@Batch)",
      "~$1$2(Object $2, $3",
      Message.CYCLE),
  NO_INPUT(
      AT_THE_TOP,
      "(@Node static .*[(,] ?)([\\w<>]+ [vmc]\\d+[,)].*)",
      "~$1@Input $2",
      Message.INPUT_PRODUCED),
  DEFAULT_OF_AN_OUTPUT(
      AT_THE_TOP,
      "(@Node static .*[(,] ?)(int [vmc]\\d+[,)].*)",
      "~$1@Default(\"1\") $2",
      Message.DEFAULT_PRODUCED),

  // of nested uses
  NO_OUTPUT(
      EVERYWHERE,
      "(@Nested.* output = \")\\w+(\".*\n)",
      "$1absent$2~",
      Message.NESTED_OUTPUT_UNKNOWN),
  NO_ITEM(EVERYWHERE, "(List<.* \\w+\\(@Each\\(\")\\w+", "~$1absent", Message.NESTED_NAME),
  EACH_AND_AS(
      EVERYWHERE,
      "(List<.* \\w+\\(@Each\\(\"\\w+\"\\) )",
      "~$1@As(\"other\") ",
      Message.NESTED_EACH_AND_AS),
  NO_INNER_NAME(EVERYWHERE, "(\\w+ \\w+\\(.*@As\\(\")\\w+", "~$1absent", Message.NESTED_NAME),
  NO_PARAMETER(
      EVERYWHERE, "(List<.* \\w+\\(@Each\\(.*)\\);", "~$1, int absent);", Message.NESTED_NAME),
  ITEM_TWICE(
      EVERYWHERE,
      "(List<.* \\w+\\((@Each\\(\"\\w+\"\\) List<\\w+> )(\\w+).*)\\);",
      "~$1, $2another);",
      Message.NESTED_TWICE),
  NO_ELEMENT(
      AT_THE_TOP,
      "(List<.* \\w+\\(@Each\\(\"\\w+\"\\) List<)\\w+(> [vmc]\\d+\\))",
      "~$1Thread$2",
      Message.TYPE_MISMATCH),
  NO_RESULT(
      EVERYWHERE,
      "List<(Integer|String)>( m\\d+\\(@Each)",
      "~List<Thread>$2",
      Message.NESTED_RESULT),
  NO_LISTS(
      EVERYWHERE,
      "(@Nested.*output = \"\\w+\")(\\)\n)",
      "$1, flatten = true$2~",
      Message.NESTED_FLATTEN),
  NO_SECOND(
      EVERYWHERE,
      "(@Nested.*output = \"\\w+\")(\\)\n)(.*\\(@Each[^@\n]*\n)",
      "$1, mode = MapMode.PRODUCT$2~$3",
      Message.NESTED_PRODUCT);

  /** Where it must be told; elsewhere it may be in what nobody needs, or be none. */
  enum Sure {
    EVERYWHERE,
    AT_THE_TOP,
    NOWHERE
  }

  final List<String> codes;
  private final Sure sure;
  private final Pattern where;
  private final String with;

  Fault(Sure sure, String where, String with, Message... codes) {
    this.sure = sure;
    this.where = Pattern.compile("(?m)" + where);
    this.with = with;
    this.codes = List.of(codes).stream().map(Message::code).toList();
  }

  /**
   * A source with a fault.
   *
   * @param line where it is told, from 1
   * @param sure whether it must be told; else it may do no harm
   */
  record Planted(Fault fault, Trial trial, int line, boolean sure) {
    @Override
    public String toString() {
      return fault + " on line " + line + " of\n" + trial.text();
    }
  }

  /** Plants it in one of the places where it can be, if there are any. */
  Optional<Planted> plant(Trial trial, Random random) {
    List<MatchResult> places = new ArrayList<>(where.matcher(trial.text()).results().toList());
    if (places.isEmpty()) {
      return Optional.empty();
    }
    MatchResult place = places.get(random.nextInt(places.size()));
    String before = trial.text().substring(0, place.start());
    Matcher matcher = where.matcher(trial.text());
    StringBuilder changed = new StringBuilder();
    if (!matcher.find(place.start())) {
      throw new IllegalStateException(place + " is gone");
    }
    matcher.appendReplacement(changed, with).appendTail(changed);
    String marked = changed.toString();
    int mark = marked.indexOf('~');
    String text = marked.replace("~", "");
    int line = (int) marked.substring(0, mark).chars().filter(each -> each == '\n').count() + 1;
    boolean top = depth(before) == 1;
    return Optional.of(
        new Planted(
            this,
            new Trial(trial.name(), trial.graph(), text),
            line,
            sure == EVERYWHERE || (sure == AT_THE_TOP && top)));
  }

  /** Returns how many braces are open behind a text. */
  private static long depth(String before) {
    return before.chars().filter(each -> each == '{').count()
        - before.chars().filter(each -> each == '}').count();
  }
}
