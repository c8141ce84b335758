package dev.millrace.retrieval.search;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Stores a {@link MaxSimIndex}: a file of vectors, which is mapped, and one of ids, which is read.
 * What is found is the same to the bit.
 */
public final class MaxSimIndexFolder implements FolderCodec<MaxSimIndex> {
  private static final String VECTORS = "vectors";
  private static final String PASSAGES = "passages";

  private final long piece;

  /** Makes the codec. */
  public MaxSimIndexFolder() {
    this(Piece.MOST);
  }

  MaxSimIndexFolder(long piece) {
    this.piece = piece;
  }

  @Override
  public void write(Path folder, MaxSimIndex index) throws IOException {
    BlobOut out = new BlobOut();
    index.ids().write(out);
    VectorsFile.write(folder.resolve(VECTORS), index.tokens(), out, piece);
    CheckedFile.write(folder.resolve(PASSAGES), out);
  }

  @Override
  public MaxSimIndex open(Path folder) throws IOException {
    BlobIn in = CheckedFile.read(folder.resolve(PASSAGES));
    PassageIds ids = PassageIds.read(in);
    List<Embedding> tokens = VectorsFile.open(folder.resolve(VECTORS), in);
    in.end();
    return new MaxSimIndex(ids.checked(tokens.size()), tokens);
  }

  @Override
  public String schema() {
    return "MaxSimIndex 1";
  }
}
