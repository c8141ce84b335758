package dev.millrace.retrieval.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 file or stream that say something, with their numbers. A byte order mark,
 * carriage returns and blank lines are passed over; bytes that are not UTF-8 are an error on their
 * own line, which a {@code BufferedReader} reports lines too early and a lenient decoder never.
 */
final class Lines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER);
  private int position;
  private int limit;
  private long number;

  Lines(InputStream in, String source) {
    this.file = source;
    this.in = in;
  }

  Lines(Path path) {
    this.file = path.toString();
    if (Files.isDirectory(path)) {
      throw new CorpusException(file, 0, "is a folder; give the file itself", null);
    }
    try {
      this.in = Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw new CorpusException(
          file, 0, "there is no such file; check the path (from " + workingFolder() + ")", e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Returns the next line with something in it, or null at the end. */
  @Nullable String next() {
    while (fill()) {
      number++;
      String text = decode();
      if (number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
        text = text.substring(1);
      }
      if (!text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  /** Returns the number, from 1, of the line that {@link #next} returned. */
  long number() {
    return number;
  }

  /** Returns an error on the current line. */
  CorpusException error(String problem) {
    return error(problem, null);
  }

  /** Returns an error on the current line, with its cause. */
  CorpusException error(String problem, @Nullable Throwable cause) {
    return new CorpusException(file, number, problem, cause);
  }

  /** Returns an error about the file as a whole. */
  CorpusException errorInFile(String problem) {
    return new CorpusException(file, 0, problem, null);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Reads up to the next line feed; false if nothing is left. */
  private boolean fill() {
    line.reset();
    boolean any = false;
    try {
      while (position < limit || refill()) {
        any = true;
        int start = position;
        while (position < limit && buffer[position] != '\n') {
          position++;
        }
        line.write(buffer, start, position - start);
        if (position < limit) {
          position++;
          return true;
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return any;
  }

  private boolean refill() throws IOException {
    position = 0;
    limit = in.readNBytes(buffer, 0, BUFFER);
    return limit > 0;
  }

  private String decode() {
    byte[] raw = line.toByteArray();
    int length = raw.length;
    if (length > 0 && raw[length - 1] == '\r') {
      length--;
    }
    ByteBuffer encoded = ByteBuffer.wrap(raw, 0, length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
    } catch (CharacterCodingException e) {
      String problem =
          "byte 0x%02x at offset %d of the line is not UTF-8; save the file as UTF-8"
              .formatted(raw[encoded.position()], encoded.position());
      throw error(problem, e);
    }
  }

  private CorpusException unreadable(IOException e) {
    return new CorpusException(file, number, "cannot be read: " + e, e);
  }

  private static Path workingFolder() {
    return Path.of("").toAbsolutePath();
  }
}
