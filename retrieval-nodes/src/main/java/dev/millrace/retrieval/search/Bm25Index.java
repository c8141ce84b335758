package dev.millrace.retrieval.search;

import dev.millrace.Stored;
import dev.millrace.retrieval.corpus.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/**
 * Exact BM25 over the terms of titles and texts, in memory, by Lucene. Queries are texts, not a
 * language: {@code body:fox AND (} asks for words. Searches may run from many threads at once;
 * {@link #close} frees the index, after which a search is an {@link IllegalStateException}.
 *
 * <p>{@link Bm25IndexFolder} stores one. An index that was opened from there has its files mapped,
 * until it is closed or nobody can reach it; the files themselves are the store's.
 */
@Stored(by = Bm25IndexFolder.class)
public final class Bm25Index implements AutoCloseable {
  static final String FIELD = "content";

  private final PassageIds ids;
  private final Bm25Settings settings;
  private final Analyzer analyzer;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private Bm25Index(PassageIds ids, Bm25Settings settings, DirectoryReader reader) {
    this.ids = ids;
    this.settings = settings;
    this.analyzer = settings.analysis().analyzer();
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(similarity(settings));
    searcher.setQueryCache(null);
  }

  private static BM25Similarity similarity(Bm25Settings settings) {
    return new BM25Similarity(settings.k1(), settings.b());
  }

  /**
   * Returns an index of English passages with the default settings.
   *
   * @throws IllegalArgumentException if two passages have one id
   */
  public static Bm25Index of(List<Passage> passages) {
    return of(passages, Bm25Settings.DEFAULT);
  }

  /**
   * Returns an index of the {@linkplain Passage#content contents} of the passages.
   *
   * @throws IllegalArgumentException if two passages have one id
   */
  public static Bm25Index of(List<Passage> passages, Bm25Settings settings) {
    PassageIds ids = new PassageIds(passages.stream().map(Passage::id).toList());
    try {
      return new Bm25Index(ids, settings, write(passages, settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the index whose files are in a directory, to be closed when nobody can reach it.
   *
   * @throws IOException if they are no index of so many passages
   */
  static Bm25Index open(PassageIds ids, Bm25Settings settings, Directory directory)
      throws IOException {
    DirectoryReader reader = DirectoryReader.open(directory);
    try {
      ids.checked(reader.maxDoc());
      Bm25Index index = new Bm25Index(ids, settings, reader);
      Opened.CLEANER.register(index, () -> close(reader));
      return index;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /**
   * Returns the passages that share a term with the query, the best k of them; equal scores in the
   * order of indexing. A query without terms finds nothing.
   *
   * @throws IllegalArgumentException if k is less than 1
   * @throws IllegalStateException if the index was closed
   */
  public List<Hit> search(String query, int k) {
    PassageIds.checkCount(k);
    acquire();
    try {
      Map<String, Integer> terms = TermBag.of(query, analyzer);
      if (terms.isEmpty() || size() == 0) {
        return List.of();
      }
      return terms.size() <= IndexSearcher.getMaxClauseCount()
          ? searchAtOnce(terms, k)
          : ids.best(TermBag.scores(terms, searcher), k);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      release();
    }
  }

  /** Returns the number of passages. */
  public int size() {
    return ids.size();
  }

  /** Frees the index once the searches that are under way have ended. */
  @Override
  public void close() {
    close(reader);
  }

  private static void close(DirectoryReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PassageIds ids() {
    return ids;
  }

  Bm25Settings settings() {
    return settings;
  }

  /**
   * Copies Lucene's files.
   *
   * @throws IllegalStateException if the index was closed
   */
  void copyTo(Directory directory) throws IOException {
    acquire();
    try {
      for (String file : reader.getIndexCommit().getFileNames()) {
        directory.copyFrom(reader.directory(), file, file, IOContext.DEFAULT);
      }
    } finally {
      release();
    }
  }

  private List<Hit> searchAtOnce(Map<String, Integer> terms, int k) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(TermBag.query(terms), Math.min(k, size())).scoreDocs) {
      hits.add(new Hit(ids.id(hit.doc), hit.score));
    }
    return List.copyOf(hits);
  }

  private void acquire() {
    if (!reader.tryIncRef()) {
      throw new IllegalStateException("the BM25 index was closed; search before, or build another");
    }
  }

  private void release() {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * One thread, merges of neighbours only and one segment at last: Lucene's numbers are ordinals.
   */
  private static DirectoryReader write(List<Passage> passages, Bm25Settings settings)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(settings.analysis().analyzer())
            .setSimilarity(similarity(settings))
            .setMergePolicy(new LogDocMergePolicy())
            .setMergeScheduler(new SerialMergeScheduler());
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Passage passage : passages) {
        Document document = new Document();
        document.add(new TextField(FIELD, passage.content(), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    return DirectoryReader.open(directory);
  }

  /** Only where an index is opened is there a thread that waits for the end of one. */
  private static final class Opened {
    static final Cleaner CLEANER = Cleaner.create();
  }
}
