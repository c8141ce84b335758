package dev.millrace.cli.cache;

/**
 * What there is room taken for.
 *
 * @param packs the files
 * @param folders what results are that are folders
 * @param unreachable the bytes in them that are of no result: removed, replaced, or never whole
 */
record Room(CacheFolder.Packs packs, CacheFolder.Packs folders, long unreachable) {
  /** What a pack says of itself. */
  private static final long OWN = 64;

  /** Returns what is taken, and what for nothing. */
  static Room of(CacheFolder folder, Results results) {
    CacheFolder.Packs packs = folder.packs();
    CacheFolder.Packs folders = folder.folders();
    long taken = results.all().stream().mapToLong(Result::room).sum() + packs.count() * OWN;
    // They may have grown since they were measured.
    return new Room(packs, folders, Math.max(0, packs.bytes() + folders.bytes() - taken));
  }

  /** Returns how many bytes are taken. */
  long bytes() {
    return packs.bytes() + folders.bytes();
  }

  /** Returns it in words. */
  @Override
  public String toString() {
    return Counts.of(packs.count(), "pack", "packs")
        + (folders.count() == 0 ? "" : " and " + Counts.of(folders.count(), "folder", "folders"))
        + ", "
        + ByteSize.text(bytes())
        + ", "
        + ByteSize.text(unreachable)
        + " of it unreachable";
  }
}
