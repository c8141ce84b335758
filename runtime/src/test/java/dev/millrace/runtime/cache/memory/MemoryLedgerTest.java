package dev.millrace.runtime.cache.memory;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.cache.MetaStoreContract;

final class MemoryLedgerTest extends MetaStoreContract {
  @Override
  protected MetaStore open() {
    return new MemoryLedger();
  }
}
