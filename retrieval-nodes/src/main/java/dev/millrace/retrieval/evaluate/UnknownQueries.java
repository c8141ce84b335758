package dev.millrace.retrieval.evaluate;

/** What to do about queries of a run that nobody judged. */
public enum UnknownQueries {
  /** Refuse the run, naming them: the default, since a wrong file looks the same. */
  FAIL,
  /**
   * Leave them out and count them, as trec_eval does silently: for runs over more than was judged.
   */
  COUNT
}
