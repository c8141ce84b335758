package dev.millrace.retrieval.encode;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A measured budget on disk: a file of a few lines, which say of what it was measured and how much
 * it is. A file that says anything else is measured anew and replaced, with a warning; one that
 * cannot be written is a warning, too. Files are replaced as a whole, so that nobody reads half of
 * one.
 */
final class StoredBudget {
  private static final System.Logger LOG = System.getLogger(StoredBudget.class.getName());
  private static final String TOKENS = "tokens ";
  private static final int MOST_BYTES = 1 << 14;

  private final Path folder;
  private final String subject;
  private final List<Integer> candidates;

  StoredBudget(Path folder, String subject, List<Integer> candidates) {
    this.folder = folder;
    this.subject = subject;
    this.candidates = candidates;
  }

  /** Returns the file of this model on this device with these options. */
  static StoredBudget in(
      Path folder, EncoderModel model, OnnxNetwork network, List<Integer> candidates) {
    EncoderOptions options = model.options();
    String subject =
        String.join(
            "\n",
            "millrace encoder budget 1",
            "network " + model.network().sha256(),
            "device " + DeviceName.of(options.device(), Path.of("/proc")),
            "runtime onnxruntime " + network.version(),
            "options "
                + String.join(
                    ", ",
                    options.device().toString(),
                    options.vectors().toString(),
                    options.maxTokens() + " tokens",
                    options.intraOpThreads() + " threads",
                    options.optimization().toString()));
    return new StoredBudget(folder, subject, candidates);
  }

  /** Returns where it lies: one file for each subject. */
  Path file() {
    return folder.resolve("encoder-" + digest(subject).substring(0, 16) + ".budget");
  }

  /** Returns what was measured before, if it can be believed. */
  Optional<Integer> read() {
    String text;
    try (InputStream in = Files.newInputStream(file())) {
      text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.log(
          Level.WARNING, "the budget in {0} cannot be read and is measured anew: {1}", file(), e);
      return Optional.empty();
    }
    Optional<Integer> known =
        candidates.stream().filter(tokens -> text.equals(content(tokens))).findFirst();
    if (known.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "{0} is damaged, or the budget of something else; it is measured anew and replaced",
          file());
    }
    return known;
  }

  private String content(int tokens) {
    return subject + "\n" + TOKENS + tokens + "\n";
  }

  /** Keeps what was measured. */
  void write(int tokens) {
    try {
      Files.createDirectories(folder);
      Path whole = Files.createTempFile(folder, "encoder-", ".tmp");
      try {
        Files.writeString(whole, content(tokens));
        Files.move(whole, file(), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "the budget cannot be kept in {0} and will be measured again: {1}",
          file(),
          e);
    }
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
