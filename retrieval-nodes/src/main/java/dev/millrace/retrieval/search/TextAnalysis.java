package dev.millrace.retrieval.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** How a text becomes terms; passages and queries alike. */
public enum TextAnalysis {
  /** English: words in lower case, without possessives and stop words, Porter-stemmed. */
  ENGLISH {
    @Override
    Analyzer analyzer() {
      return new EnglishAnalyzer();
    }
  },

  /** Any language: words by Unicode's rules (UAX 29) in lower case, nothing left out. */
  STANDARD {
    @Override
    Analyzer analyzer() {
      return new StandardAnalyzer();
    }
  };

  abstract Analyzer analyzer();
}
