package dev.millrace.testing;

import dev.millrace.retrieval.encode.Encoder;
import dev.millrace.retrieval.encode.EncoderException;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import dev.millrace.retrieval.encode.Role;
import dev.millrace.retrieval.encode.TextEmbedding;
import dev.millrace.runtime.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * An encoder without a model: fast, the same on every machine, and without understanding. A word is
 * a random direction that its letters decide, a text the mean of its words. So texts that share
 * words are near each other, synonyms are strangers, and the order of words counts for nothing.
 * Good for testing what a pipeline does with vectors, never for judging how well it retrieves.
 *
 * <p>Equal texts get equal vectors, to the bit, alone and in any batch; roles are treated alike.
 * There is one token vector a word, small and capital letters being one; a text without words has
 * one of its own. Safe for use by many threads. Needs {@code millrace-retrieval-nodes}.
 */
public final class FakeEncoder implements Encoder {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final int dim;
  private final long seed;
  private final AtomicLong texts = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();

  /** Makes an encoder whose vectors have this width. */
  public FakeEncoder(int dim) {
    this(dim, 0);
  }

  /**
   * Makes an encoder whose vectors have this width; another seed gives every word another
   * direction.
   *
   * @throws IllegalArgumentException if the width is not positive
   */
  public FakeEncoder(int dim, long seed) {
    if (dim < 1) {
      throw new IllegalArgumentException("a vector has at least one number, not " + dim);
    }
    this.dim = dim;
    this.seed = seed;
  }

  @Override
  public String id() {
    return "fake/" + dim + "/" + seed;
  }

  @Override
  public int dim() {
    return dim;
  }

  @Override
  public TextEmbedding encode(String text, Role role) {
    return encodeBatch(Collections.singletonList(text), role).get(0);
  }

  @Override
  public List<TextEmbedding> encodeBatch(List<String> batch, Role role) {
    calls.incrementAndGet();
    List<TextEmbedding> embeddings = new ArrayList<>(batch.size());
    for (String text : batch) {
      if (text == null) {
        throw new EncoderException(
            Fault.NULL_TEXT,
            "text " + embeddings.size() + " of " + batch.size() + " is null; leave it out");
      }
      embeddings.add(embedding(text));
    }
    texts.addAndGet(batch.size());
    return Collections.unmodifiableList(embeddings);
  }

  /** Returns how many texts were encoded. */
  public long texts() {
    return texts.get();
  }

  /** Returns how many calls there were: a batch is one. */
  public long calls() {
    return calls.get();
  }

  private TextEmbedding embedding(String text) {
    List<String> words =
        BETWEEN_WORDS
            .splitAsStream(text.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      words = List.of("");
    }
    float[][] tokens = new float[words.size()][];
    double[] sum = new double[dim];
    for (int word = 0; word < tokens.length; word++) {
      double[] direction = direction(words.get(word));
      tokens[word] = unit(direction);
      for (int column = 0; column < dim; column++) {
        sum[column] += direction[column];
      }
    }
    // Words that cancel each other out leave no direction: the text is then as if it had none.
    float[] dense = length(sum) > 0 ? unit(sum) : unit(direction(""));
    return new TextEmbedding(Embedding.of(dense), Embedding.of(tokens));
  }

  /** Returns a vector of length 1. No function is used here whose last bit depends on a machine. */
  private double[] direction(String word) {
    long hash = FNV_OFFSET ^ seed * FNV_PRIME;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * FNV_PRIME;
    }
    SplittableRandom random = new SplittableRandom(hash);
    double[] direction = new double[dim];
    do {
      for (int column = 0; column < dim; column++) {
        direction[column] = random.nextDouble() * 2 - 1;
      }
    } while (length(direction) == 0);
    double length = length(direction);
    for (int column = 0; column < dim; column++) {
      direction[column] /= length;
    }
    return direction;
  }

  private static float[] unit(double[] vector) {
    double length = length(vector);
    float[] unit = new float[vector.length];
    for (int column = 0; column < unit.length; column++) {
      unit[column] = (float) (vector[column] / length);
    }
    return unit;
  }

  private static double length(double[] vector) {
    double squares = 0;
    for (double each : vector) {
      squares += each * each;
    }
    return Math.sqrt(squares);
  }

  @Override
  public String toString() {
    return "FakeEncoder[" + id() + "]";
  }
}
