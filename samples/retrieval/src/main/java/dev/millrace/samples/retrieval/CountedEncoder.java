package dev.millrace.samples.retrieval;

import dev.millrace.retrieval.encode.Encoder;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.spi.KeySink;
import dev.millrace.runtime.spi.KeyedHandle;
import java.util.concurrent.atomic.AtomicLong;

/** A handle on an encoder that counts how often it was opened. To a cache it is the handle. */
final class CountedEncoder implements Resource<Encoder>, KeyedHandle {
  private final Resource<? extends Encoder> handle;
  private final KeyedHandle key;
  private final AtomicLong opened = new AtomicLong();

  <H extends Resource<? extends Encoder> & KeyedHandle> CountedEncoder(H handle) {
    this.handle = handle;
    this.key = handle;
  }

  @Override
  public Encoder open() throws Exception {
    Encoder encoder = handle.open();
    opened.incrementAndGet();
    return encoder;
  }

  /** Returns how often it was opened. */
  long opened() {
    return opened.get();
  }

  @Override
  public void encode(KeySink sink) {
    key.encode(sink);
  }

  @Override
  public Class<?> opener() {
    return key.opener();
  }

  @Override
  public String toString() {
    return handle.toString();
  }
}
