package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.Uninterrupted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Where the first records of a pack are, mapped from a file.
 *
 * <pre>
 *    0  long  "MRINDEX1"                    36  int  tombstones
 *    8  long  number of the pack            40  int  CRC32C of all that follows the 64 bytes
 *   16  long  covered                       60  int  CRC32C of the 60 bytes before
 *   24  long  bytes of the table            64  table
 *   32  int   keys                              tombstones: pack and place each
 * </pre>
 *
 * @param covered how much of the pack it speaks of: the rest is to be read
 * @param places where the records are
 * @param tombstones the records of other packs that this one calls dead
 */
record PackIndex(int covered, Places places, List<Signature> tombstones) {
  private static final long MAGIC = 0x315845444E49524DL;
  private static final int CHECKED = Head.BYTES - Integer.BYTES;

  /** Returns the index in a file, or null if there is none that can be used. */
  static @Nullable PackIndex read(Path file, long pack) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    ByteBuffer bytes = PackBytes.map(file);
    return bytes == null || bytes.capacity() < Head.BYTES ? null : read(bytes, pack);
  }

  private static @Nullable PackIndex read(ByteBuffer bytes, long pack) {
    long covered = bytes.getLong(16);
    long table = bytes.getLong(24);
    int size = bytes.getInt(32);
    int tombstones = bytes.getInt(36);
    int body = bytes.capacity() - Head.BYTES;
    if (bytes.getLong(0) != MAGIC
        || bytes.getLong(8) != pack
        || bytes.getInt(CHECKED) != Head.checksum(bytes.slice(0, CHECKED))
        || tombstones < 0
        || table < 0
        || table + tombstones * 16L != body
        || !Places.fits(table, size)
        || covered < Head.BYTES
        || covered > Integer.MAX_VALUE
        || bytes.getInt(40) != Head.checksum(bytes.slice(Head.BYTES, body))) {
      return null;
    }
    List<Signature> dead = new ArrayList<>(tombstones);
    for (int at = (int) (Head.BYTES + table); at < bytes.capacity(); at += 16) {
      dead.add(new Signature(bytes.getLong(at), bytes.getLong(at + 8)));
    }
    ByteBuffer slots = bytes.slice(Head.BYTES, (int) table).order(ByteOrder.LITTLE_ENDIAN);
    return new PackIndex((int) covered, Places.in(slots, size), List.copyOf(dead));
  }

  /** Writes the index beside its pack: under another name, and renamed when it is whole. */
  void write(PackFiles files) throws IOException {
    ByteBuffer dead = ByteBuffer.allocate(tombstones.size() * 16).order(ByteOrder.LITTLE_ENDIAN);
    tombstones.forEach(each -> dead.putLong(each.high()).putLong(each.low()));
    dead.flip();
    ByteBuffer table = places.bytes();
    CRC32C crc = new CRC32C();
    crc.update(table.duplicate());
    crc.update(dead.duplicate());
    ByteBuffer head = ByteBuffer.allocate(Head.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(MAGIC).putLong(files.id()).putLong(covered).putLong(table.capacity());
    head.putInt(places.size()).putInt(tombstones.size()).putInt((int) crc.getValue());
    head.putInt(CHECKED, Head.checksum(head.slice(0, CHECKED))).clear();
    Uninterrupted.call(
        () -> {
          try (FileChannel to =
              FileChannel.open(
                  files.unfinishedIndex(),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE)) {
            for (ByteBuffer part : List.of(head, table, dead)) {
              part.rewind();
              while (part.hasRemaining()) {
                to.write(part);
              }
            }
          }
          return Files.move(
              files.unfinishedIndex(),
              files.index(),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        });
  }
}
