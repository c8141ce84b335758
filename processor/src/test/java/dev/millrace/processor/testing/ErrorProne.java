package dev.millrace.processor.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * javac with Error Prone and NullAway, in a process of its own: they need the insides of the
 * compiler opened to them. What is generated is looked at like what is written.
 */
public final class ErrorProne {
  private static final Pattern COMPLAINT = Pattern.compile(".*\\.java:\\d+: (error|warning): .*");

  /** What these find is in the names that the user chose, and stands in his own sources too. */
  private static final List<String> TASTES =
      List.of("DefaultPackage", "NamedLikeContextualKeyword");

  private static final List<String> PACKAGES =
      List.of(
          "api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");

  private ErrorProne() {}

  /**
   * What was said.
   *
   * @param ofWritten about the sources, by path: {@code a/B.java:7: error: [NullAway] …}
   * @param ofGenerated about what was generated from them
   */
  public record Complaints(List<String> ofWritten, List<String> ofGenerated) {}

  /** Compiles sources, by path, with the processor, below an empty folder. */
  public static Complaints compile(Map<String, String> sources, Path folder)
      throws IOException, InterruptedException {
    Path in = folder.resolve("in");
    Path out = Files.createDirectories(folder.resolve("generated"));
    List<String> files = new ArrayList<>();
    for (Map.Entry<String, String> each : sources.entrySet()) {
      Path file = in.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      files.add(quoted(Files.writeString(file, each.getValue())));
    }
    Path arguments = folder.resolve("arguments");
    Files.write(arguments, options(out, Files.createDirectories(folder.resolve("classes"))));
    Files.write(arguments, files, StandardOpenOption.APPEND);
    Path said = folder.resolve("said");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    for (String each : PACKAGES) {
      command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + each + "=ALL-UNNAMED");
    }
    command.add("@" + arguments);
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    String text = Files.readString(said);
    Complaints complaints = new Complaints(about(in, text), about(out, text));
    if (exit != 0 && complaints.ofWritten().isEmpty() && complaints.ofGenerated().isEmpty()) {
      throw new AssertionError("javac ended with " + exit + ":\n" + text);
    }
    return complaints;
  }

  private static List<String> options(Path generated, Path classes) {
    StringBuilder plugin = new StringBuilder("-Xplugin:ErrorProne -Xep:NullAway:ERROR");
    plugin.append(" -XepOpt:NullAway:OnlyNullMarked=true");
    TASTES.forEach(each -> plugin.append(" -Xep:").append(each).append(":OFF"));

    String path = quoted(System.getProperty("java.class.path"));
    return List.of(
        "-d " + quoted(classes),
        "-s " + quoted(generated),
        "-cp " + path,
        "-processorpath " + path,
        "-processor dev.millrace.processor.MillraceProcessor",
        "-Amillrace.cache=true",
        "-XDcompilePolicy=simple",
        "--should-stop=ifError=FLOW",
        "-Xmaxerrs 10000",
        "-Xmaxwarns 10000",
        quoted(plugin));
  }

  private static String quoted(Object argument) {
    return '"' + argument.toString().replace("\\", "\\\\") + '"';
  }

  private static List<String> about(Path folder, String said) {
    String prefix = folder + File.separator;
    return said.lines()
        .filter(line -> line.startsWith(prefix) && COMPLAINT.matcher(line).matches())
        .map(line -> line.substring(prefix.length()).replace('\\', '/'))
        .toList();
  }
}
