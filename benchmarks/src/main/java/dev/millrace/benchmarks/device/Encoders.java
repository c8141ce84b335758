package dev.millrace.benchmarks.device;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/** Those who have a list encoded, in batches of at most {@link Device#BATCH}. */
public final class Encoders implements AutoCloseable {
  private final Device device;
  private final Encoding_TextsPipeline texts = Encoding_TextsPipeline.builder().build();
  private final Encoding_QueriesPipeline queries = Encoding_QueriesPipeline.builder().build();
  private final Encoding_CorpusPipeline corpus = Encoding_CorpusPipeline.builder().build();
  private final Encoding_CorpusPipeline oneByOne =
      Encoding_CorpusPipeline.builder().batchTwins(false).build();

  public Encoders(Device device) {
    this.device = device;
  }

  public List<Long> millrace(List<Long> all) {
    return texts.vectors(Encoding_TextsPipeline.inputs().texts(all).device(device));
  }

  public List<Long> hand(List<Long> all) {
    List<Long> vectors = new ArrayList<>(all.size());
    for (int from = 0; from < all.size(); from += Device.BATCH) {
      vectors.addAll(device.vectors(all.subList(from, Math.min(from + Device.BATCH, all.size()))));
    }
    return vectors;
  }

  public List<Long> reactor(List<Long> all) {
    List<Long> vectors =
        Flux.fromIterable(all)
            .buffer(Device.BATCH)
            .flatMapIterable(device::vectors)
            .collectList()
            .block();
    return vectors == null ? List.of() : vectors;
  }

  public List<List<Long>> millraceNested(List<List<Long>> groups) {
    return queries.allVectors(Encoding_QueriesPipeline.inputs().queries(groups).device(device));
  }

  /** All groups as one list, and apart again. */
  public List<List<Long>> handNested(List<List<Long>> groups) {
    List<Long> vectors = hand(groups.stream().flatMap(List::stream).toList());
    List<List<Long>> apart = new ArrayList<>(groups.size());
    int from = 0;
    for (List<Long> group : groups) {
      apart.add(vectors.subList(from, from + group.size()));
      from += group.size();
    }
    return apart;
  }

  /** A call for each group, as one who loops over queries has it. */
  public List<List<Long>> handGroupByGroup(List<List<Long>> groups) {
    return groups.stream().map(device::vectors).toList();
  }

  /** Returns both lists' vectors. */
  public List<List<Long>> millraceCorpus(List<Long> passages, List<Long> queries) {
    return both(corpus, passages, queries);
  }

  /** The same without twins. */
  public List<List<Long>> millraceOneByOne(List<Long> passages, List<Long> queries) {
    return both(oneByOne, passages, queries);
  }

  private List<List<Long>> both(
      Encoding_CorpusPipeline pipeline, List<Long> passages, List<Long> queries) {
    Encoding_CorpusPipeline.Outputs outputs =
        pipeline.run(
            Encoding_CorpusPipeline.inputs().passages(passages).device(device).queries(queries));
    return List.of(outputs.encodedPassages(), outputs.encodedQueries());
  }

  /** Returns what is right. */
  public static List<Long> answers(List<Long> all) {
    return all.stream().map(Device::answered).toList();
  }

  /** Returns so many texts, from a number on. */
  public static List<Long> texts(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(Long::valueOf).toList();
  }

  @Override
  public void close() {
    texts.close();
    queries.close();
    corpus.close();
    oneByOne.close();
  }
}
