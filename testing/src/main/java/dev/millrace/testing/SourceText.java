package dev.millrace.testing;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory. */
final class SourceText extends SimpleJavaFileObject {
  static final String SCHEME = "source";

  private final String text;

  /** Makes the source of a name, {@code a.b.C}. */
  SourceText(String name, String text) {
    super(URI.create(SCHEME + ":///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
