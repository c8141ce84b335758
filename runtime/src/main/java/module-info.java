/** What generated pipelines call, and what users name at run time. */
@SuppressWarnings("requires-automatic")
module dev.millrace.runtime {
  requires static transitive org.jspecify;
  requires transitive dev.millrace.annotations;
  requires com.lmax.disruptor;
  requires org.objectweb.asm;
  requires org.objectweb.asm.tree;
  requires static com.fasterxml.jackson.databind;
  requires static chronicle.bytes;
  requires static chronicle.core;
  requires static java.management;
  requires static java.sql;
  requires static jdk.jfr;

  exports dev.millrace.runtime;
  exports dev.millrace.runtime.json;
  exports dev.millrace.runtime.spi;
  exports dev.millrace.runtime.spi.codec;
}
