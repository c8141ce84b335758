package dev.millrace.runtime.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * Some rows, and what each stage of their map is to do with them. Each stage lets go of what only
 * it needed.
 */
final class Chunk {
  private static final MapRegion.Work DONE = () -> {};

  private final Rows rows;
  private final List<StageKind> kinds = new ArrayList<>();
  private final List<MapRegion.Work[]> works = new ArrayList<>();

  Chunk(int from, int size) {
    this.rows = Rows.all(from, size, this);
  }

  Rows rows() {
    return rows;
  }

  void add(StageKind kind, MapRegion.Work[] work) {
    kinds.add(kind);
    works.add(work);
  }

  /** Returns what its stages do, in order. */
  List<StageKind> kinds() {
    return kinds;
  }

  /** Does what a stage is to do. */
  void run(int stage) throws Exception {
    MapRegion.Work[] work = works.get(stage);
    for (int i = 0; i < work.length; i++) {
      MapRegion.Work next = work[i];
      work[i] = DONE;
      next.run();
    }
  }

  /** Does what all stages are to do, one after the other. */
  void runAll() throws Exception {
    for (int stage = 0; stage < works.size(); stage++) {
      run(stage);
    }
  }
}
