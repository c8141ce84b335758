package dev.millrace.processor.collect;

import dev.millrace.processor.model.IndexEntry;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Lists what a class's companion keeps: its annotated methods with their parameters' names. */
final class IndexReader {
  private final ParameterNames names;

  IndexReader(ParameterNames names) {
    this.names = names;
  }

  /** Returns whether the class is one that gets a companion: it has entries, or is a pipeline. */
  static boolean hasEntries(TypeElement owner) {
    return Annotations.has(owner, Annotations.PIPELINE)
        || ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .anyMatch(IndexReader::isIndexed);
  }

  private static boolean isIndexed(ExecutableElement method) {
    return Annotations.INDEXED.stream().anyMatch(name -> Annotations.has(method, name));
  }

  List<IndexEntry> read(TypeElement owner) {
    List<IndexEntry> entries = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      if (isIndexed(method)) {
        List<String> parameters =
            method.getParameters().stream().map(each -> each.getSimpleName().toString()).toList();
        entries.add(
            new IndexEntry(
                method.getSimpleName().toString(),
                names.erasedTypes(method),
                parameters,
                names.nullable(method)));
      }
    }
    return entries;
  }
}
