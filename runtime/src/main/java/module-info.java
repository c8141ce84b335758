/** What generated pipelines call, and what users name at run time. */
module dev.millrace.runtime {
  requires static transitive org.jspecify;
  requires transitive dev.millrace.annotations;
  requires com.lmax.disruptor;

  exports dev.millrace.runtime;
  exports dev.millrace.runtime.spi;
}
