package dev.millrace.samples.retrieval;

import dev.millrace.retrieval.corpus.BeirFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a collection are: a folder of the user's, or what ships in the jar.
 *
 * @param name what tables call it
 * @param jar the opened jar that the files are in, if they are in one
 */
record Collection(String name, BeirFolder folder, @Nullable FileSystem jar)
    implements AutoCloseable {

  static Collection of(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return new Collection(
        name == null ? folder.toString() : name.toString(), new BeirFolder(folder), null);
  }

  /** Returns the collection that ships with the sample: passages on mills and water power. */
  static Collection bundled() {
    try {
      URI uri = Collection.class.getResource("mills/corpus.jsonl").toURI();
      if (!uri.getScheme().equals("jar")) {
        return new Collection("mills", new BeirFolder(Path.of(uri).getParent()), null);
      }
      FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
      Path corpus = jar.provider().getPath(uri);
      return new Collection("mills", new BeirFolder(corpus.getParent()), jar);
    } catch (IOException failure) {
      throw new UncheckedIOException("the bundled collection cannot be read", failure);
    } catch (URISyntaxException failure) {
      throw new IllegalStateException("the bundled collection has no address", failure);
    }
  }

  @Override
  public void close() {
    if (jar != null) {
      try {
        jar.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
