package dev.millrace.runtime.cache.halt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A channel to a file. Before each write the process may end, and with half of it done. */
final class HaltingChannel extends FileChannel {
  private final FileChannel real;
  private final Path file;
  private final Halt halt;

  HaltingChannel(FileChannel real, Path file, Halt halt) {
    this.real = real;
    this.file = file;
    this.halt = halt;
  }

  private String what(ByteBuffer bytes, long place) {
    return "writing " + bytes.remaining() + " bytes to " + file + " at " + place;
  }

  @Override
  public int write(ByteBuffer bytes, long place) throws IOException {
    halt.before(what(bytes, place));
    if (bytes.remaining() > 1 && halt.isAt()) {
      String what = "half of " + what(bytes, place);
      writeAll(bytes.slice(bytes.position(), bytes.remaining() / 2), place);
      halt.now(what);
    }
    return real.write(bytes, place);
  }

  private void writeAll(ByteBuffer bytes, long place) throws IOException {
    for (long at = place; bytes.hasRemaining(); ) {
      at += real.write(bytes, at);
    }
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int written = write(bytes, real.position());
    real.position(real.position() + written);
    return written;
  }

  @Override
  public long write(ByteBuffer[] bytes, int from, int count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    halt.before("cutting " + file);
    real.truncate(size);
    return this;
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long place, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    return real.read(bytes);
  }

  @Override
  public long read(ByteBuffer[] bytes, int from, int count) throws IOException {
    return real.read(bytes, from, count);
  }

  @Override
  public int read(ByteBuffer bytes, long place) throws IOException {
    return real.read(bytes, place);
  }

  @Override
  public long transferTo(long place, long count, WritableByteChannel to) throws IOException {
    return real.transferTo(place, count, to);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long place) throws IOException {
    real.position(place);
    return this;
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  /** What is on the disk is for those who lose their machine: a process that ends loses nothing. */
  @Override
  public void force(boolean isAll) throws IOException {
    real.force(isAll);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long place, long size) throws IOException {
    if (mode != MapMode.READ_ONLY) {
      throw new UnsupportedOperationException("writes to a mapping are not counted");
    }
    return real.map(mode, place, size);
  }

  @Override
  public FileLock lock(long place, long size, boolean isShared) throws IOException {
    return real.lock(place, size, isShared);
  }

  @Override
  public FileLock tryLock(long place, long size, boolean isShared) throws IOException {
    return real.tryLock(place, size, isShared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
