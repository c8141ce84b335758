package dev.millrace.runtime.spi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What resources of these tests open: it says what becomes of it. */
final class Model implements AutoCloseable {

  /** What happened to all models of a test, in order. */
  static final class Diary {
    private final List<String> entries = Collections.synchronizedList(new ArrayList<>());

    /** Adds an entry, and returns it. */
    String add(String entry) {
      entries.add(entry);
      return entry;
    }

    List<String> entries() {
      return List.copyOf(entries);
    }

    long count(String entry) {
      return entries().stream().filter(entry::equals).count();
    }
  }

  /** A handle as the compiler writes it. */
  static final class Handle extends ConstructedResource<Model> {
    private final String name;
    private final Diary diary;

    private Handle(String name, Diary diary, boolean perWorker, int maxInstances) {
      super("Model", perWorker, maxInstances, "", new Object[] {name});
      this.name = name;
      this.diary = diary;
    }

    static Handle shared(String name, Diary diary) {
      return new Handle(name, diary, false, 0);
    }

    static Handle perWorker(String name, Diary diary, int maxInstances) {
      return new Handle(name, diary, true, maxInstances);
    }

    @Override
    public Model open() {
      return new Model(name, diary);
    }
  }

  private final String name;
  private final Diary diary;

  Model(String name, Diary diary) {
    this.name = name;
    this.diary = diary;
    diary.entries.add("open " + name);
  }

  @Override
  public void close() throws IOException {
    diary.entries.add("close " + name);
    if (name.startsWith("broken")) {
      throw new IOException(name);
    }
  }
}
