package dev.millrace.retrieval.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** A query as its terms and how often each occurs: the bag of words that BM25 is defined on. */
final class TermBag {
  private TermBag() {}

  static Map<String, Integer> of(String text, Analyzer analyzer) throws IOException {
    Map<String, Integer> terms = new LinkedHashMap<>();
    try (TokenStream stream = analyzer.tokenStream(Bm25Index.FIELD, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.merge(term.toString(), 1, Integer::sum);
      }
      stream.end();
    }
    return terms;
  }

  /** Returns the terms as one disjunction; no more of them than Lucene allows. */
  static Query query(Map<String, Integer> terms) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    terms.forEach((term, count) -> any.add(clause(term, count), BooleanClause.Occur.SHOULD));
    return any.build();
  }

  /**
   * Returns every document's score by number, negative infinity where no term occurs: as many
   * disjunctions as the terms need, since Lucene's limit on clauses is one for the whole process
   * and not ours to raise.
   */
  static double[] scores(Map<String, Integer> terms, IndexSearcher searcher) throws IOException {
    double[] scores = new double[searcher.getIndexReader().maxDoc()];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    Iterator<Map.Entry<String, Integer>> left = terms.entrySet().iterator();
    while (left.hasNext()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (int i = 0; i < IndexSearcher.getMaxClauseCount() && left.hasNext(); i++) {
        Map.Entry<String, Integer> next = left.next();
        any.add(clause(next.getKey(), next.getValue()), BooleanClause.Occur.SHOULD);
      }
      for (ScoreDoc match : searcher.search(any.build(), scores.length).scoreDocs) {
        scores[match.doc] = Math.max(0, scores[match.doc]) + match.score;
      }
    }
    return scores;
  }

  private static Query clause(String term, int count) {
    Query query = new TermQuery(new Term(Bm25Index.FIELD, term));
    return count == 1 ? query : new BoostQuery(query, count);
  }
}
