package dev.millrace.retrieval.search;

import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.Version;

/**
 * Stores a {@link Bm25Index}: Lucene's files, which are mapped, and a file of ids and settings,
 * which is read. What is found is the same to the bit.
 *
 * <p>An index that was opened is closed when nobody can reach it, if nobody closed it before.
 *
 * <p>Lucene gives each index it makes a number by chance: the same passages indexed twice are two
 * folders.
 */
public final class Bm25IndexFolder implements FolderCodec<Bm25Index> {
  private static final String LUCENE = "lucene";
  private static final String PASSAGES = "passages";

  /** Makes the codec. */
  public Bm25IndexFolder() {}

  @Override
  public void write(Path folder, Bm25Index index) throws IOException {
    Path lucene = Files.createDirectory(folder.resolve(LUCENE));
    try (FSDirectory to = new MMapDirectory(lucene, NoLockFactory.INSTANCE)) {
      index.copyTo(to);
    }
    BlobOut out = new BlobOut();
    out.f32(index.settings().k1());
    out.f32(index.settings().b());
    out.text(index.settings().analysis().name());
    index.ids().write(out);
    CheckedFile.write(folder.resolve(PASSAGES), out);
  }

  @Override
  public Bm25Index open(Path folder) throws IOException {
    BlobIn in = CheckedFile.read(folder.resolve(PASSAGES));
    Bm25Settings settings = new Bm25Settings(in.f32(), in.f32(), TextAnalysis.valueOf(in.text()));
    PassageIds ids = PassageIds.read(in);
    in.end();
    // Nobody writes there, so there is nothing to lock.
    FSDirectory from = new MMapDirectory(folder.resolve(LUCENE), NoLockFactory.INSTANCE);
    return Bm25Index.open(ids, settings, from);
  }

  /** Names Lucene's release: another may read the files, and analyse queries otherwise. */
  @Override
  public String schema() {
    return "Bm25Index 1, Lucene " + Version.LATEST;
  }
}
