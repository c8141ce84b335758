package dev.millrace.retrieval.encode;

/** How far ONNX Runtime rewrites a network before it runs it. */
public enum GraphOptimization {
  /** Not at all. */
  NONE,
  /** What is redundant is left out. */
  BASIC,
  /** Nodes are fused, too. */
  EXTENDED,
  /** Layouts are changed, too. */
  ALL
}
