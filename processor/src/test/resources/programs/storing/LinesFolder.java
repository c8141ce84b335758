package storing;

import dev.millrace.runtime.spi.codec.FolderCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file for each line, with its own checksum in front: a codec looks at what it reads. */
final class LinesFolder implements FolderCodec<Lines> {
  private static final int HALT = Integer.getInteger("storing.haltInFolder", -1);

  @Override
  public void write(Path folder, Lines lines) throws IOException {
    int number = 0;
    for (String line : lines.all()) {
      if (number == HALT) {
        Runtime.getRuntime().halt(9);
      }
      Files.writeString(folder.resolve(number + ".txt"), line.hashCode() + " " + line);
      number++;
    }
  }

  @Override
  public Lines open(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int number = 0; Files.exists(folder.resolve(number + ".txt")); number++) {
      String[] parts = Files.readString(folder.resolve(number + ".txt")).split(" ", 2);
      if (parts.length < 2 || !parts[0].equals(String.valueOf(parts[1].hashCode()))) {
        throw new IOException("the line " + number + " is damaged");
      }
      lines.add(parts[1]);
    }
    return new Lines(lines);
  }

  @Override
  public String schema() {
    return "lines";
  }
}
