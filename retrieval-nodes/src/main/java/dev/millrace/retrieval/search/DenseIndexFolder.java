package dev.millrace.retrieval.search;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Stores a {@link DenseIndex}: a file of vectors, which is mapped, and one of the rest, which is
 * read. What is found is the same to the bit.
 */
public final class DenseIndexFolder implements FolderCodec<DenseIndex> {
  private static final String VECTORS = "vectors";
  private static final String PASSAGES = "passages";

  private final long piece;

  /** Makes the codec. */
  public DenseIndexFolder() {
    this(Piece.MOST);
  }

  DenseIndexFolder(long piece) {
    this.piece = piece;
  }

  @Override
  public void write(Path folder, DenseIndex index) throws IOException {
    BlobOut out = new BlobOut();
    out.text(index.similarity().name());
    index.ids().write(out);
    for (double inverse : index.inverseLengths()) {
      out.f64(inverse);
    }
    VectorsFile.write(folder.resolve(VECTORS), index.vectors(), out, piece);
    CheckedFile.write(folder.resolve(PASSAGES), out);
  }

  @Override
  public DenseIndex open(Path folder) throws IOException {
    BlobIn in = CheckedFile.read(folder.resolve(PASSAGES));
    Similarity similarity = Similarity.valueOf(in.text());
    PassageIds ids = PassageIds.read(in);
    double[] inverseLengths = new double[similarity == Similarity.COSINE ? ids.size() : 0];
    for (int i = 0; i < inverseLengths.length; i++) {
      inverseLengths[i] = in.f64();
    }
    List<Embedding> vectors = VectorsFile.open(folder.resolve(VECTORS), in);
    in.end();
    return new DenseIndex(ids.checked(vectors.size()), vectors, similarity, inverseLengths);
  }

  @Override
  public String schema() {
    return "DenseIndex 1";
  }
}
