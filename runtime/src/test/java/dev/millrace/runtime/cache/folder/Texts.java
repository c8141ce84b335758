package dev.millrace.runtime.cache.folder;

import dev.millrace.runtime.spi.codec.FolderCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A value to test with: texts by the names of the files they are written to. */
public final class Texts implements FolderCodec<Map<String, String>> {
  public static final Texts CODEC = new Texts();

  @Override
  public void write(Path folder, Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = folder.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
  }

  @Override
  public Map<String, String> open(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : Tree.files(folder).keySet()) {
      texts.put(name, Files.readString(folder.resolve(name)));
    }
    return texts;
  }

  @Override
  public String schema() {
    return "texts";
  }
}
