/** What a developer writes on his methods, and what the compiler notes beside them. */
module dev.millrace.annotations {
  exports dev.millrace;
  exports dev.millrace.index;
}
