package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.folder.Folders;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.DamagedBlobException;
import dev.millrace.runtime.spi.codec.FolderCodec;
import dev.millrace.runtime.spi.codec.UnwritableValueException;
import java.nio.ByteBuffer;

/** Writes values into folders; what is stored under the key says which. */
final class InFolder<T> implements Codec<T> {
  private final Folders folders;
  private final FolderCodec<T> codec;

  InFolder(Folders folders, FolderCodec<T> codec) {
    this.folders = folders;
    this.codec = codec;
  }

  /** Stores a value as a folder, and returns the bytes that stand for it. */
  ByteBuffer put(T value) {
    try {
      return folders.put(value, codec);
    } catch (StoreException notStored) {
      throw new UnwritableValueException(notStored.getMessage(), notStored);
    }
  }

  /** Opens the folder for which bytes stand. */
  T open(ByteBuffer bytes) {
    T opened = folders.open(bytes, codec);
    if (opened == null) {
      throw new DamagedBlobException("its folder is gone, or cannot be opened");
    }
    return opened;
  }

  /** Refuses: a folder stands alone. */
  @Override
  public void write(BlobOut out, T value) {
    throw new IllegalStateException("a folder is no part of another value");
  }

  /** Refuses: what is here is no folder. */
  @Override
  public T read(BlobIn in) {
    throw new DamagedBlobException("a folder is no part of another value");
  }

  @Override
  public String schema() {
    return codec.schema();
  }

  /** An index may be closed by who has it. */
  @Override
  public boolean isImmutable() {
    return false;
  }
}
