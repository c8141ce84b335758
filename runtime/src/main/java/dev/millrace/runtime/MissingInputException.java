package dev.millrace.runtime;

import java.util.List;

/**
 * Says which inputs a call needs and was not given. It is thrown before anything runs, and names
 * all of them.
 */
public final class MissingInputException extends MillraceException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 5;

  private final String[] missing;
  private final int[] items;

  /** Makes the exception for a pipeline and the names that are missing. */
  public MissingInputException(String pipeline, List<String> missing) {
    super(
        told(pipeline, missing, "")
            + " on Inputs, as in ."
            + missing.get(0)
            + "(…), or start from inputs(), which asks for everything");
    this.missing = missing.toArray(String[]::new);
    this.items = new int[0];
  }

  /**
   * Makes the exception for many runs in one call.
   *
   * @param missing the names that any of them lacks
   * @param items the runs that lack some, counted from 0, in order
   * @param of how many runs there are
   */
  public MissingInputException(String pipeline, List<String> missing, List<Integer> items, int of) {
    super(
        told(pipeline, missing, " for " + shown(items, of))
            + " on Over: ."
            + missing.get(0)
            + "(…) for all items alike, or one value for each");
    this.missing = missing.toArray(String[]::new);
    this.items = items.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String told(String pipeline, List<String> missing, String whose) {
    return pipeline
        + " was not given "
        + String.join(", ", missing)
        + whose
        + "; set "
        + (missing.size() == 1 ? "it" : "them");
  }

  private static String shown(List<Integer> items, int of) {
    if (items.size() == of) {
      return of == 1 ? "its only item" : "any of its " + of + " items";
    }
    StringBuilder shown = new StringBuilder(items.size() == 1 ? "item " : "items ");
    for (int i = 0; i < Math.min(items.size(), SHOWN); i++) {
      shown.append(i == 0 ? "" : ", ").append(items.get(i));
    }
    if (items.size() > SHOWN) {
      shown.append(" and ").append(items.size() - SHOWN).append(" more");
    }
    return shown.append(" of ").append(of).toString();
  }

  /** Returns the names of the inputs, in the order of the stages. */
  public List<String> missing() {
    return List.of(missing);
  }

  /** Returns which of many runs in one call lack some, counted from 0; none for a single run. */
  public int[] items() {
    return items.clone();
  }
}
