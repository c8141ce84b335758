package dev.millrace.testing;

/** What holds of a node and its twin for many items. */
public enum TwinLaw {
  /** The twin returns a list with as many results as it was given rows. */
  AS_MANY_RESULTS("the twin returns as many results as it is given rows"),
  /** Results come in the order of the rows. */
  IN_ORDER("the twin returns its results in the order of the rows"),
  /** A row's result is what the node gives for it. */
  SAME_RESULTS("the twin gives each row the result that the node gives it"),
  /** A row's result does not depend on the rows beside it. */
  NO_NEIGHBOURS("the twin gives a row the same result, whatever rows are beside it"),
  /** The same rows get the same results again. */
  TWIN_REPEATS("the twin gives the same rows the same results again"),
  /** The same row gets the same result again. */
  NODE_REPEATS("the node gives the same row the same result again"),
  /** Both forms fail on the same rows. */
  SAME_FAILURES("the twin fails where the node fails for one of the rows, and only there"),
  /** The list that a twin is given stays as it is. */
  LIST_UNTOUCHED("the twin does not change the list that it is given"),
  /** Rows stay as they are. */
  ROWS_UNTOUCHED("neither form changes what it is given"),
  /** Arrays in results belong to one row, and nobody writes into them later. */
  OWN_RESULTS("each result is its row's own and stays as it is");

  private final String prose;

  TwinLaw(String prose) {
    this.prose = prose;
  }

  @Override
  public String toString() {
    return prose;
  }
}
