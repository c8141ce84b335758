package dev.millrace.benchmarks.gpu;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.retrieval.encode.Tokenizer;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch, in a process of its own: it is given token ids, so that both encode the same, and writes
 * rows. Where there is no Python with PyTorch there are no rows, and a line says so.
 */
final class Peer {
  private static final int NO_TORCH = 3;

  private final Path script;
  private final String python;
  private final @Nullable Path model;
  private final PrintStream out;

  Peer(Path script, String python, @Nullable Path model, PrintStream out) {
    this.script = script;
    this.python = python;
    this.model = model;
    this.out = out;
  }

  List<Row> measure(
      Tokenizer tokenizer, List<String> texts, String device, List<Integer> budgets, int rounds)
      throws IOException, InterruptedException {
    ObjectMapper json = new ObjectMapper();
    Path folder = Files.createTempDirectory("millrace-peer");
    File ids = folder.resolve("ids.json").toFile();
    File rows = folder.resolve("rows.json").toFile();
    try {
      json.writeValue(ids, texts.stream().map(text -> ids(tokenizer, text)).toList());
      List<String> command =
          new ArrayList<>(
              List.of(
                  python,
                  script.toString(),
                  ids.toString(),
                  rows.toString(),
                  device,
                  String.join(",", budgets.stream().map(String::valueOf).toList()),
                  Integer.toString(rounds)));
      if (model != null) {
        command.add(model.toString());
      }
      int exit = run(command);
      if (exit == 0) {
        return List.of(json.readValue(rows, Row[].class));
      }
      out.println(
          exit == NO_TORCH
              ? "PyTorch is left out: " + python + " has none, or none for " + device
              : "PyTorch is left out: its script ended with " + exit);
      return List.of();
    } finally {
      Files.deleteIfExists(ids.toPath());
      Files.deleteIfExists(rows.toPath());
      Files.delete(folder);
    }
  }

  private int run(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      out.println("there is no " + command.get(0) + ": " + e.getMessage());
      return NO_TORCH;
    }
  }

  private static int[] ids(Tokenizer tokenizer, String text) {
    int[] ids = new int[256];
    return Arrays.copyOf(ids, tokenizer.encode(text, ids, 0, ids.length));
  }
}
