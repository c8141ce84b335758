package dev.millrace.runtime.cache.pack;

import org.jspecify.annotations.Nullable;

/** What a record is. */
enum Kind {
  /** The first of a pack. Its key is the version of the format. */
  PACK(1),
  /** A blob under its key. */
  BLOB(2),
  /** Another record that is dead: its key is the number of that record's pack and its place. */
  TOMBSTONE(3),
  /** Bytes that somebody left half written. */
  GAP(4);

  private final int code;

  Kind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static @Nullable Kind of(int code) {
    for (Kind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    return null;
  }
}
