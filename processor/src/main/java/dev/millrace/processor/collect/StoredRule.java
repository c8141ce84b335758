package dev.millrace.processor.collect;

import dev.millrace.processor.model.CachePolicy;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.StoredBy;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads {@code @Stored}, and refuses a class that cannot store what it stands on. */
final class StoredRule {
  private final SignatureReader signatures;
  private final CompilerTypes types;

  StoredRule(SignatureReader signatures) {
    this.signatures = signatures;
    this.types = signatures.types();
  }

  /** What was found: the class that stores, or else why it cannot. */
  record Found(Optional<StoredBy> by, String fault) {}

  /**
   * Returns what stores the results of a node, if it says so; nothing once that was reported.
   *
   * @param result what the node produces
   */
  Optional<StoredBy> read(
      Element method, TypeRef result, CachePolicy cache, String display, Problems problems) {
    AnnotationMirror stored = Annotations.find(method, Annotations.STORED);
    if (stored == null) {
      return Optional.empty();
    }
    Found found =
        cache == CachePolicy.NEVER || cache == CachePolicy.PASS
            ? no("its results are never stored; drop that, or cache = CachePolicy." + cache)
            : result.isOpen()
                ? no("its result has type variables, and may be of many types; say it on the type")
                : find(stored, result.nonNull());
    if (found.by().isPresent() && found.by().get().isFolder() && result.isNullable()) {
      found = no("its result may be null, and a folder is never null");
    }
    report(method, stored, display, found, problems);
    return found.by();
  }

  /** Checks what stands on a class. */
  void check(TypeElement type, Problems problems) {
    AnnotationMirror stored = Annotations.find(type, Annotations.STORED);
    if (stored != null) {
      String shown = TypeReader.classRef(type).nestedName();
      report(type, stored, shown, of(type, stored), problems);
    }
  }

  /** Returns what stores the values of a class, if it says so; why not, where it cannot. */
  Optional<Found> of(TypeElement type) {
    return Optional.ofNullable(Annotations.find(type, Annotations.STORED))
        .map(stored -> of(type, stored));
  }

  private Found of(TypeElement type, AnnotationMirror stored) {
    return type.getTypeParameters().isEmpty()
        ? find(stored, new TypeRef.Declared(TypeReader.classRef(type), List.of()))
        : no("it has type variables, and is many types; say it on the nodes that return it");
  }

  private Found find(AnnotationMirror stored, TypeRef type) {
    AnnotationValue value = Annotations.value(stored, "by");
    Optional<TypeElement> named = value == null ? Optional.empty() : Annotations.type(value);
    if (named.isEmpty()) {
      return no("it is no class of which there are instances");
    }
    String fault = MadeByUs.fault(named.get());
    if (fault != null) {
      return no(fault);
    }
    TypeRef by = new TypeRef.Declared(TypeReader.classRef(named.get()), List.of());
    Optional<TypeRef> codec = stores(by, KnownCodecs.CODEC);
    Optional<TypeRef> folder = stores(by, KnownCodecs.FOLDER_CODEC);
    TypeRef wanted = type.boxed().plain();
    if (codec.isEmpty() && folder.isEmpty()) {
      return no("it implements neither Codec<" + wanted + "> nor FolderCodec<" + wanted + ">");
    }
    if (codec.isPresent() && folder.isPresent()) {
      return no("it is both a Codec and a FolderCodec; choose one");
    }
    TypeRef given = codec.or(() -> folder).get().plain();
    return given.equals(wanted)
        ? new Found(
            Optional.of(new StoredBy(TypeReader.classRef(named.get()), folder.isPresent())), "")
        : no("it stores " + given + ", and this is " + wanted);
  }

  /** Returns what a class stores as such a codec; the runtime may be one that has none yet. */
  private Optional<TypeRef> stores(TypeRef by, ClassRef codec) {
    TypeRef known = new TypeRef.Declared(codec, List.of());
    return types.element(known) == null
        ? Optional.empty()
        : types.asSuper(by, codec).map(as -> as.arguments().get(0));
  }

  private static Found no(String fault) {
    return new Found(Optional.empty(), fault);
  }

  private void report(
      Element element, AnnotationMirror stored, String shown, Found found, Problems problems) {
    if (found.by().isEmpty()) {
      AnnotationValue value = Annotations.value(stored, "by");
      String by =
          value == null
              ? "nothing"
              : Annotations.type(value)
                  .map(type -> TypeReader.classRef(type).nestedName())
                  .orElse(value.getValue().toString());
      problems.add(
          Message.STORED,
          signatures.origin(element, stored, value, shown),
          shown,
          by,
          found.fault());
    }
  }
}
