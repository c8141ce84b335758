package dev.millrace.runtime.cache.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.millrace.runtime.Cache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RoomsTest {
  private static final Limits NONE = Limits.of(Cache.inMemory());

  @TempDir Path folder;

  private final FaultyStore store = new FaultyStore();
  private final Rooms rooms =
      new Rooms(path -> new Stores(store, NoLedger.INSTANCE, path.toAbsolutePath()));

  @Test
  void aFolderIsOneRoomWhateverItIsCalled() throws Exception {
    Path real = Files.createDirectories(folder.resolve("a/b"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
    Room room = rooms.enter(real, NONE);
    assertSame(room, rooms.enter(folder.resolve("a/../a/./b"), NONE));
    assertSame(room, rooms.enter(link.resolve("b"), NONE));
    assertNotSame(room, rooms.enter(link, NONE));
  }

  @Test
  void aFolderThatIsNotThereYetIsTheSameWhenItIs() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.toRealPath());
    Room room = rooms.enter(link.resolve("a").resolve("b"), NONE);
    Files.createDirectories(folder.resolve("a/b"));
    assertSame(room, rooms.enter(folder.resolve("a/b"), NONE));
  }

  @Test
  void theStoresAreOpenedWhenOneIsNeededAndClosedWithTheLast() {
    Room room = rooms.enter(folder, NONE);
    rooms.enter(folder, NONE);
    assertNull(room.opened());
    assertSame(store, room.stores().blobs());
    room.leave();
    assertEquals(List.of(), store.calls);
    room.leave();
    assertEquals(List.of("CLOSE "), store.calls);
    assertNotSame(room, rooms.enter(folder, NONE));
  }

  @Test
  void whatWasNeverOpenedIsNotClosed() {
    rooms.enter(folder, NONE).leave();
    assertEquals(List.of(), store.calls);
  }

  @Test
  void theLargestFrontOfThoseWhoAreThereHolds() {
    Cache cache = Cache.inMemory();
    Room room = rooms.enter(folder, NONE);
    assertEquals(Runtime.getRuntime().maxMemory() / 8, room.front().limit());
    rooms.enter(folder, Limits.of(cache.frontLimit(10)));
    assertEquals(10, room.front().limit(), "one was said");
    rooms.enter(folder, Limits.of(cache.frontLimit(30)));
    rooms.enter(folder, Limits.of(cache.frontLimit(20)));
    rooms.enter(folder, NONE);
    assertEquals(30, room.front().limit());
  }
}
