package dev.millrace.retrieval.encode;

import ai.onnxruntime.OrtException;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settles the budget of an encoder that is being opened, and warms it up. Only a float32 model's is
 * ever measured: its vectors are the same whatever comes out.
 */
final class BudgetChoice {
  /** Best on the CPUs that were measured: larger batches leave the cache and pay for padding. */
  static final int OF_CPU = 256;

  /** Enough that a GPU is busy between calls. */
  static final int OF_CUDA = 8192;

  private static final List<Integer> CPU_CANDIDATES = List.of(128, 256, 512, 1024);
  private static final List<Integer> CUDA_CANDIDATES =
      List.of(1024, 2048, 4096, 8192, 16_384, 32_768);

  /** A larger budget must be this much faster: it takes memory, and what is less is noise. */
  private static final double WORTH = 0.97;

  private static final System.Logger LOG = System.getLogger(BudgetChoice.class.getName());

  /** What a budget costs, or an exception if there is no room for it. */
  @FunctionalInterface
  interface Cost {
    double secondsPerToken(int budget) throws OrtException;
  }

  private final EncoderModel model;
  private final OnnxNetwork network;

  BudgetChoice(EncoderModel model, OnnxNetwork network) {
    this.model = model;
    this.network = network;
  }

  /**
   * Returns the budget in tokens.
   *
   * @throws EncoderException if the device has no room for the smallest one
   */
  int tokens() {
    Rehearsal rehearsal = new Rehearsal(network, System::nanoTime);
    int tokens = settle(rehearsal);
    if (model.options().warmUp()) {
      try {
        rehearsal.once(tokens);
      } catch (OrtException e) {
        throw failed("the first batches of " + tokens + " tokens", e);
      }
    }
    return tokens;
  }

  private int settle(Rehearsal rehearsal) {
    TokenBudget budget = model.options().budget();
    if (budget instanceof TokenBudget.Fixed fixed) {
      return fixed.tokens();
    }
    if (network.quantizesAsItRuns()) {
      return 1;
    }
    boolean cuda = model.options().device() instanceof Device.Cuda;
    return budget instanceof TokenBudget.Calibrated calibrated
        ? calibrated(calibrated.folder(), rehearsal, cuda ? CUDA_CANDIDATES : CPU_CANDIDATES)
        : cuda ? OF_CUDA : OF_CPU;
  }

  private int calibrated(@Nullable Path folder, Rehearsal rehearsal, List<Integer> candidates) {
    Optional<StoredBudget> stored =
        Optional.ofNullable(folder).map(at -> StoredBudget.in(at, model, network, candidates));
    Optional<Integer> known = stored.flatMap(StoredBudget::read);
    if (known.isPresent()) {
      return known.get();
    }
    int best;
    try {
      best = fastest(candidates, rehearsal::secondsPerToken);
    } catch (OrtException e) {
      throw failed("a batch of " + candidates.get(0) + " tokens", e);
    }
    stored.ifPresent(file -> file.write(best));
    return best;
  }

  /**
   * Returns the fastest of these budgets, from the smallest up; of about equal ones the smallest.
   * One that fails ends the search, since the next would need more memory still.
   *
   * @throws OrtException if the smallest fails
   */
  static int fastest(List<Integer> candidates, Cost cost) throws OrtException {
    int best = candidates.get(0);
    double least = cost.secondsPerToken(best);
    for (int candidate : candidates.subList(1, candidates.size())) {
      double seconds;
      try {
        seconds = cost.secondsPerToken(candidate);
      } catch (OrtException e) {
        LOG.log(
            Level.INFO, "no budget beyond {0} tokens: {1}", best, String.valueOf(e.getMessage()));
        return best;
      }
      if (seconds < WORTH * least) {
        best = candidate;
        least = seconds;
      }
    }
    return best;
  }

  private EncoderException failed(String what, OrtException e) {
    return new EncoderException(
        Fault.FAILED, "the model failed on " + what + ": " + network.explained(e), e);
  }
}
