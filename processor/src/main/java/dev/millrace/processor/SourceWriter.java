package dev.millrace.processor;

import dev.millrace.processor.generate.Generator;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.report.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.StandardLocation;

/** Writes what was generated, each file from the one class that it was generated for. */
final class SourceWriter {
  private final Filer filer;
  private final Messager messager;
  private final Map<String, String> written = new HashMap<>();

  SourceWriter(Filer filer, Messager messager) {
    this.filer = filer;
    this.messager = messager;
  }

  /**
   * Writes a source, or says why it cannot be written. Returns whether it was.
   *
   * @param from what it was generated for
   * @param sources the classes that are compiled from source, some of which may have that name
   */
  boolean write(Generator.Source source, TypeElement from, Set<String> sources) {
    String name = source.name().canonicalName();
    String other = written.putIfAbsent(name, from.getQualifiedName().toString());
    if (other != null || sources.contains(name)) {
      String taken = other == null ? "there is a class of that name" : other + " does so too";
      messager.printMessage(
          Kind.ERROR, Message.CLASS_TAKEN.format(from.getQualifiedName(), name, taken), from);
      return false;
    }
    try (Writer writer = filer.createSourceFile(name, from).openWriter()) {
      writer.write(source.text());
      return true;
    } catch (IOException failure) {
      notWritten(name, failure, from);
      return false;
    }
  }

  /** Writes a file of UTF-8 beside a class that was written, or says why it cannot be written. */
  void write(ClassRef beside, String extension, String text, TypeElement from) {
    String file = beside.simpleName() + extension;
    try (OutputStream out =
        filer
            .createResource(StandardLocation.CLASS_OUTPUT, beside.packageName(), file, from)
            .openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      notWritten(file, failure, from);
    }
  }

  private void notWritten(String name, IOException failure, TypeElement from) {
    messager.printMessage(Kind.ERROR, Message.NOT_WRITTEN.format(name, failure.getMessage()), from);
  }
}
