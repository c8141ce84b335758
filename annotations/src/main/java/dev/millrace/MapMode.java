package dev.millrace;

/** Says how a nested use maps over several lists. */
public enum MapMode {
  /** Side by side: the lists must be equally long. */
  ZIP,
  /** Every combination, flat; the first parameter varies slowest. */
  PRODUCT
}
