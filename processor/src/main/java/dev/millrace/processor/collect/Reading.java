package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;

/** What is noted while one pipeline is read, with all that it lists and nests. */
final class Reading {
  /** The pipeline, from which everything must be visible: its generated class calls it. */
  final TypeElement viewer;

  /** The names that each pipeline gives which the pipeline lists, and so includes whole. */
  final List<Set<String>> included = new ArrayList<>();

  /** The classes whose companions it is wired from. */
  final Set<ClassRef> sources = new LinkedHashSet<>();

  /** What the generated class must suppress, because what it calls is deprecated. */
  final Set<String> deprecations = new TreeSet<>();

  /** The pipelines being read, the outermost first. */
  final List<ClassRef> open = new ArrayList<>();

  private boolean complete = true;

  Reading(TypeElement viewer) {
    this.viewer = viewer;
  }

  /** Notes that something was left out, because it could not be read. */
  void leftOut() {
    complete = false;
  }

  boolean isComplete() {
    return complete;
  }
}
