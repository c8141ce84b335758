package dev.millrace.retrieval.maxsim;

import dev.millrace.runtime.Slab;

/**
 * Neighbouring rows of one slab that are computed at once. Rows between documents, such as padding,
 * are computed too and looked at by nobody.
 *
 * @param slab where the rows lie
 * @param first the first row
 * @param rows how many rows
 * @param documents by place in the run: the document's place in the caller's list
 * @param starts by place in the run: the document's first row, from the run's
 * @param lengths by place in the run: how many rows the document has, 1 or more
 */
record Run(Slab slab, int first, int rows, int[] documents, int[] starts, int[] lengths) {
  /** Returns the number of documents. */
  int size() {
    return documents.length;
  }
}
