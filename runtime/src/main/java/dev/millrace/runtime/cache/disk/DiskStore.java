package dev.millrace.runtime.cache.disk;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.folder.Folders;
import dev.millrace.runtime.cache.pack.PackStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The results of a cache in a folder, some of which stand for folders: these are as large as what
 * they stand for. For any number of threads and processes.
 */
public final class DiskStore implements BlobStore {
  private static final String FOLDERS = "folders";

  private final PackStore packs;
  private final Folders folders;

  /** Folders for which a result stood that was removed: they need not wait to be reclaimed. */
  private final Set<String> released = ConcurrentHashMap.newKeySet();

  /**
   * A result that stands for a folder.
   *
   * @param key the signature of the work
   * @param digest the name of the folder
   */
  public record InFolder(Signature key, String digest) {}

  /** A result that stands for a folder, with what the store says of it. */
  private record Standing(Stored stored, String digest) {}

  /**
   * Opens the store in a folder, which need not exist. Nothing is written before the first put.
   *
   * @param folder that of the cache; other files in it are left alone
   */
  public DiskStore(Path folder) {
    this.packs = new PackStore(folder);
    this.folders = new Folders(folders(folder));
  }

  /** Returns where the folders of a cache's folder are. */
  public static Path folders(Path folder) {
    return folder.resolve(FOLDERS);
  }

  /** Returns the packs. They are closed with this. */
  public PackStore packs() {
    return packs;
  }

  /** Returns where results are that are folders. */
  public Folders folders() {
    return folders;
  }

  @Override
  public List<@Nullable ByteBuffer> get(List<Signature> keys) throws StoreException {
    return packs.get(keys);
  }

  @Override
  public boolean contains(Signature key) throws StoreException {
    return packs.contains(key);
  }

  @Override
  public void put(List<Blob> batch) throws StoreException {
    packs.put(batch);
    if (!released.isEmpty()) {
      for (Blob blob : batch) {
        String digest = Folders.digest(blob.bytes());
        if (digest != null) {
          released.remove(digest);
        }
      }
    }
  }

  @Override
  public void remove(Collection<Signature> keys) throws StoreException {
    if (folders.areThere()) {
      for (Signature key : keys) {
        String digest = digest(key);
        if (digest != null) {
          released.add(digest);
        }
      }
    }
    packs.remove(keys);
  }

  /** Where several results stand for one folder, each takes its part of that room. */
  @Override
  public void forEach(Consumer<Stored> action) throws StoreException {
    List<Standing> standing = new ArrayList<>();
    forEach(action, standing::add);
    Map<String, Integer> shares = new HashMap<>();
    standing.forEach(each -> shares.merge(each.digest(), 1, Integer::sum));
    for (Standing each : standing) {
      Stored stored = each.stored();
      ByteBuffer blob = packs.get(List.of(stored.key())).get(0);
      long room = blob == null ? 0 : folders.room(blob) / shares.getOrDefault(each.digest(), 1);
      action.accept(new Stored(stored.key(), stored.bytes() + room, stored.stored()));
    }
  }

  private void forEach(Consumer<Stored> others, Consumer<Standing> standing) throws StoreException {
    boolean areThere = folders.areThere();
    packs.forEach(
        stored -> {
          String digest = areThere ? digest(stored.key()) : null;
          if (digest == null) {
            others.accept(stored);
          } else {
            standing.accept(new Standing(stored, digest));
          }
        });
  }

  /**
   * Returns the results that stand for folders.
   *
   * @throws StoreException if the store cannot be read
   */
  public List<InFolder> inFolders() throws StoreException {
    List<InFolder> all = new ArrayList<>();
    forEach(
        other -> {}, standing -> all.add(new InFolder(standing.stored().key(), standing.digest())));
    return all;
  }

  /** Returns for which folder a result seems to stand: its bytes are not checked for that. */
  private @Nullable String digest(Signature key) {
    ByteBuffer begin = packs.peek(key, Folders.BEGIN);
    return begin == null ? null : Folders.digest(begin);
  }

  @Override
  public long reclaim() throws StoreException {
    long given = packs.reclaim();
    if (folders.areThere()) {
      Set<String> kept = ConcurrentHashMap.newKeySet();
      inFolders().forEach(each -> kept.add(each.digest()));
      given += folders.reclaim(kept, released);
    }
    return given;
  }

  @Override
  public void close() throws StoreException {
    packs.close();
  }
}
