package dev.millrace.cli.cache;

/**
 * What packs have room for.
 *
 * @param packs the files
 * @param unreachable the bytes in them that are of no result: removed, replaced, or never whole
 */
record Room(CacheFolder.Packs packs, long unreachable) {
  /** What a pack says of itself. */
  private static final long OWN = 64;

  /** Returns what is taken, and what for nothing. */
  static Room of(CacheFolder.Packs packs, Results results) {
    long taken = results.all().stream().mapToLong(Result::room).sum() + packs.count() * OWN;
    // They may have grown since they were measured.
    return new Room(packs, Math.max(0, packs.bytes() - taken));
  }

  /** Returns it in words. */
  @Override
  public String toString() {
    return Counts.of(packs.count(), "pack", "packs")
        + ", "
        + ByteSize.text(packs.bytes())
        + ", "
        + ByteSize.text(unreachable)
        + " of it unreachable";
  }
}
