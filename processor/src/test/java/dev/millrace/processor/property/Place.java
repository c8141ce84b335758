package dev.millrace.processor.property;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Where a cache is, and what may happen to it there. */
sealed interface Place {
  /** Returns a cache in this place. */
  Cache cache();

  /** Something happens to it between two calls. */
  default void strike(Random random) throws IOException {}

  /** The heap. */
  record Heap(Cache cache) implements Place {
    Heap() {
      this(Cache.inMemory());
    }
  }

  /** A folder, in which bytes go bad and files get lost. */
  record Disk(Path folder) implements Place {
    @Override
    public Cache cache() {
      return Cache.at(folder);
    }

    @Override
    public void strike(Random random) throws IOException {
      if (!Files.exists(folder)) {
        return;
      }
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder)) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      if (files.isEmpty()) {
        return;
      }
      Path file = files.get(random.nextInt(files.size()));
      if (random.nextInt(4) == 0) {
        Files.delete(file);
      } else {
        spoil(file, random);
      }
    }

    private static void spoil(Path file, Random random) throws IOException {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        for (int i = 0; i < 3 && channel.size() > 0; i++) {
          long at = (long) (random.nextDouble() * Math.min(channel.size(), 1 << 16));
          ByteBuffer one = ByteBuffer.allocate(1);
          channel.read(one, at);
          one.put(0, (byte) (one.get(0) ^ 1 << random.nextInt(8))).rewind();
          channel.write(one, at);
        }
      }
    }
  }

  /** A store that forgets. */
  record Forgetful(Cache cache) implements Place {
    Forgetful(Random random) {
      this(Cache.of(new MemoryLedger(), new ForgetfulBlobs(random)));
    }
  }
}
