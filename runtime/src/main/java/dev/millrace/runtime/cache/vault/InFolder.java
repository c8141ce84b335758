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

  @Override
  public void write(BlobOut out, T value) {
    try {
      ByteBuffer blob = folders.put(value, codec);
      byte[] bytes = new byte[blob.remaining()];
      blob.get(bytes);
      out.size(bytes.length);
      out.bytes(bytes);
    } catch (StoreException notStored) {
      throw new UnwritableValueException(notStored.getMessage(), notStored);
    }
  }

  @Override
  public T read(BlobIn in) {
    T opened = folders.open(ByteBuffer.wrap(in.bytes(in.count(Byte.BYTES))), codec);
    if (opened == null) {
      throw new DamagedBlobException("its folder is gone, or cannot be opened");
    }
    return opened;
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
