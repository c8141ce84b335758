package dev.millrace.processor.property;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A pipeline in two versions: a constant differs in one node, or in what that calls.
 *
 * @param before the pipeline
 * @param after the same, changed
 */
record Versions(Trial before, Trial after) {
  private static final Pattern ID =
      Pattern.compile("Mix\\.(?:number|text|numbers|texts|pick|pair|last)\\((\\d+)");

  static Versions of(Trial trial, Random random) {
    List<MatchResult> all = ID.matcher(trial.text()).results().toList();
    if (all.isEmpty()) {
      return new Versions(trial, trial);
    }
    String id = all.get(random.nextInt(all.size())).group(1);
    return random.nextBoolean()
        ? new Versions(trial, numbered(trial, id, id + "000"))
        : new Versions(shifted(trial, id, 0), shifted(trial, id, 1000));
  }

  /** A node and its twin have one number. */
  private static Trial numbered(Trial trial, String id, String number) {
    String text = trial.text().replaceAll("(Mix\\.[a-z]+\\()" + id + "\\b", "$1" + number);
    return new Trial(trial.name(), trial.graph(), text);
  }

  private static Trial shifted(Trial trial, String id, int by) {
    Trial calling = numbered(trial, id, trial.name() + ".Shift.of(" + id + ")");
    String text = calling.text();
    String shift = "final class Shift { static int of(int id) { return id + " + by + "; } }\n";
    int end = text.lastIndexOf('}');
    return new Trial(trial.name(), trial.graph(), text.substring(0, end) + shift + "}\n");
  }
}
