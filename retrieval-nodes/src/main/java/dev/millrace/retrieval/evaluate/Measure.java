package dev.millrace.retrieval.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is measured, and how deep: {@code ndcg@10}, {@code ndcg-exp@10}, {@code recall@100}, {@code
 * mrr}, {@code map}, {@code p@5}, {@code judged@10}.
 *
 * @param kind what is measured
 * @param cut how many ranks are looked at, or {@link #WHOLE} for all
 */
public record Measure(Kind kind, int cut) {
  /** The cut that looks at the whole ranking. */
  public static final int WHOLE = 0;

  private static final Pattern PRINTED = Pattern.compile("([a-z]+(?:-[a-z]+)?)(?:@([0-9]{1,9}))?");

  /** The kinds of measure, named as they are printed. */
  public enum Kind {
    /**
     * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002): gain is the grade,
     * discount is log2(rank + 1), ideal is all relevant passages by grade, cut as the ranking is.
     */
    NDCG(false),
    /** The share of all relevant passages that lie within the cut. */
    RECALL(true),
    /** One over the rank of the first relevant passage. */
    MRR(false),
    /** The precision at each relevant passage's rank, summed, over the number of all relevant. */
    MAP(false),
    /** Relevant passages within the cut, over the cut, however short the ranking is. */
    P(true),
    /** The share of the passages within the cut that have a grade: what is missing are holes. */
    JUDGED(true),
    /**
     * {@link #NDCG} with a gain of 2^grade - 1 (Burges et al., "Learning to Rank using Gradient
     * Descent", 2005), which has the best grades count for more. With grades of 0 and 1 it is the
     * same.
     */
    NDCG_EXP(false);

    private final boolean needsCut;

    Kind(boolean needsCut) {
      this.needsCut = needsCut;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Checks the components.
   *
   * @throws EvaluationException if the cut is negative, or missing where the kind is nothing
   *     without
   */
  public Measure {
    if (cut < 0) {
      throw new EvaluationException(
          "a cut of " + cut + "; expected 1 or more, as in " + kind + "@10");
    }
    if (cut == WHOLE && kind.needsCut) {
      throw new EvaluationException(
          "\"" + kind + "\" needs a cut of 1 or more, as in \"" + kind + "@10\"");
    }
  }

  /**
   * Returns the measure that prints as this; upper and lower case are the same.
   *
   * @throws EvaluationException if there is none
   */
  public static Measure parse(String printed) {
    Matcher matcher = PRINTED.matcher(printed.strip().toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      for (Kind kind : Kind.values()) {
        if (kind.toString().equals(matcher.group(1))) {
          String cut = matcher.group(2);
          if (cut == null) {
            return new Measure(kind, WHOLE);
          }
          if (Integer.parseInt(cut) > 0) {
            return new Measure(kind, Integer.parseInt(cut));
          }
        }
      }
    }
    String kinds =
        Arrays.stream(Kind.values())
            .map(kind -> kind + (kind.needsCut ? "@k" : "[@k]"))
            .collect(Collectors.joining(", "));
    throw new EvaluationException(
        "no measure is called \"" + printed + "\"; expected one of " + kinds + " with k from 1");
  }

  /** Returns {@code ndcg@cut}. */
  public static Measure ndcg(int cut) {
    return cutAt(Kind.NDCG, cut);
  }

  /** Returns {@code ndcg-exp@cut}. */
  public static Measure ndcgExp(int cut) {
    return cutAt(Kind.NDCG_EXP, cut);
  }

  /** Returns {@code recall@cut}. */
  public static Measure recall(int cut) {
    return cutAt(Kind.RECALL, cut);
  }

  /** Returns {@code mrr} over the whole ranking. */
  public static Measure mrr() {
    return new Measure(Kind.MRR, WHOLE);
  }

  /** Returns {@code mrr@cut}: 0 where nothing relevant lies within the cut. */
  public static Measure mrr(int cut) {
    return cutAt(Kind.MRR, cut);
  }

  /** Returns {@code map} over the whole ranking. */
  public static Measure map() {
    return new Measure(Kind.MAP, WHOLE);
  }

  /** Returns {@code p@cut}. */
  public static Measure precision(int cut) {
    return cutAt(Kind.P, cut);
  }

  /** Returns {@code judged@cut}. */
  public static Measure judged(int cut) {
    return cutAt(Kind.JUDGED, cut);
  }

  private static Measure cutAt(Kind kind, int cut) {
    if (cut < 1) {
      throw new EvaluationException(
          "a cut of " + cut + "; expected 1 or more, as in " + kind + "@10");
    }
    return new Measure(kind, cut);
  }

  /** Returns the measure as {@link #parse} reads it. */
  @Override
  public String toString() {
    return cut == WHOLE ? kind.toString() : kind + "@" + cut;
  }
}
