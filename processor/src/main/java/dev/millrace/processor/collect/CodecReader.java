package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.CodecDefinition;
import dev.millrace.processor.model.CodecShape;
import dev.millrace.processor.model.CodecShape.Custom;
import dev.millrace.processor.model.CodecShape.Defined;
import dev.millrace.processor.model.CodecShape.Made;
import dev.millrace.processor.model.CodecShape.None;
import dev.millrace.processor.model.CodecTypes;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.StoredBy;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds how values are stored. A type that is being looked at already has a codec as far as the
 * look goes: a tree's children are trees. Where one look fails, all that it found is given up, as
 * it may rest on what failed. What a type says of null is left aside but for a whole result: class
 * files lose it, so any part of a value may be null.
 */
final class CodecReader implements CodecTypes {
  /** How many types of one class may be within each other. */
  private static final int MOST_WITHIN = 8;

  private final CompilerTypes types;
  private final StoredRule rule;
  private final StoredClasses classes;
  private final TypeElement viewer;
  private final Map<TypeRef.Declared, CodecDefinition> known = new LinkedHashMap<>();
  private final Set<String> deprecations = new TreeSet<>();

  /** What the look that is under way found; null while it is being found. */
  private final Map<TypeRef.Declared, @Nullable CodecDefinition> found = new LinkedHashMap<>();

  CodecReader(CompilerTypes types, StoredRule rule, TypeElement viewer) {
    this.types = types;
    this.rule = rule;
    this.classes = new StoredClasses(types);
    this.viewer = viewer;
  }

  @Override
  public CodecShape shape(TypeRef type) {
    found.clear();
    CodecShape shape = find(type.plain().bounded());
    if (!shape.isSome()) {
      return shape;
    }
    found.forEach((each, definition) -> known.put(each, require(each, definition)));
    return orNull(type, shape);
  }

  @Override
  public CodecShape shape(NodeModel node) {
    if (node.traits().storedBy().isEmpty()) {
      return shape(node.result());
    }
    StoredBy by = node.traits().storedBy().get();
    CodecShape shape = custom(node.result().plain(), by);
    return shape.isSome() ? orNull(node.result(), shape) : shape;
  }

  @Override
  public CodecDefinition definition(TypeRef.Declared type) {
    return require(type, known.get(type));
  }

  @Override
  public Set<String> deprecations() {
    return deprecations;
  }

  private static CodecDefinition require(
      TypeRef.Declared type, @Nullable CodecDefinition definition) {
    if (definition == null) {
      throw new IllegalArgumentException(type + " was never asked for");
    }
    return definition;
  }

  private static CodecShape orNull(TypeRef type, CodecShape shape) {
    if (!type.isNullable()) {
      return shape;
    }
    TypeRef plain = type.plain().bounded();
    return shape.isFolder()
        ? none(plain + " is stored into a folder, and may be null here, which no folder is")
        : new Made(
            new TypeRef.OrNull(plain),
            KnownCodecs.CODECS,
            "nullable",
            List.of(plain),
            List.of(shape));
  }

  /** Returns the shape of a part of a value, which cannot be a folder. */
  CodecShape part(TypeRef type) {
    CodecShape shape = find(type.plain().bounded());
    return shape.isFolder()
        ? none(
            type
                + " is stored into a folder, which nothing but the whole result of a node can be;"
                + " let a node return it by itself")
        : shape;
  }

  private CodecShape find(TypeRef type) {
    if (type instanceof TypeRef.Primitive primitive) {
      return KnownCodecs.box(primitive);
    }
    if (type instanceof TypeRef.Array array) {
      return array.component() instanceof TypeRef.Primitive primitive
          ? KnownCodecs.of(primitive)
          : made(type, KnownCodecs.CODECS, "array", List.of(array.component()));
    }
    if (!(type instanceof TypeRef.Declared declared)) {
      return none("nothing says what " + type + " is");
    }
    Optional<CodecShape.Known> here = KnownCodecs.of(declared.type());
    if (here.isPresent()) {
      return here.get();
    }
    Optional<KnownCodecs.Maker> maker = KnownCodecs.maker(declared.type());
    return maker.isPresent()
        ? made(type, maker.get().holder(), maker.get().method(), declared.arguments())
        : ofClass(declared);
  }

  private CodecShape made(TypeRef type, ClassRef holder, String method, List<TypeRef> parts) {
    List<CodecShape> shapes = new ArrayList<>();
    for (TypeRef part : parts) {
      CodecShape shape = part(part);
      if (!shape.isSome()) {
        return shape;
      }
      shapes.add(shape);
    }
    return new Made(type, holder, method, parts, shapes);
  }

  private CodecShape ofClass(TypeRef.Declared type) {
    if (type.equals(TypeRef.OBJECT)) {
      return none("nothing says what Object is");
    }
    TypeElement element = types.element(type);
    if (element == null) {
      return none(type + " cannot be found");
    }
    if (!Visibility.isVisible(element, viewer)) {
      return hidden(type.type());
    }
    deprecations.addAll(Deprecations.of(element));
    Optional<StoredRule.Found> stored = rule.of(element);
    if (stored.isPresent()) {
      return stored
          .get()
          .by()
          .map(by -> custom(type, by))
          .orElseGet(
              () -> none(type + " says @Stored, which cannot be done: " + stored.get().fault()));
    }
    if (known.containsKey(type) || found.containsKey(type)) {
      return new Defined(type);
    }
    if (isEndless(type)) {
      return none("each " + type.type().nestedName() + " holds one of yet another type");
    }
    found.put(type, null);
    try {
      StoredClasses.Read read = classes.read(type, element, this);
      if (read.none() != null) {
        return read.none();
      }
      found.put(type, read.definition());
      return new Defined(type);
    } catch (UnreadableTypeException raw) {
      return none(type + " has a part whose type is raw or cannot be written down");
    }
  }

  /** A class that holds itself as one of lists of what it is of has no last type. */
  private boolean isEndless(TypeRef.Declared type) {
    return found.entrySet().stream()
            .filter(each -> each.getValue() == null)
            .filter(each -> each.getKey().type().equals(type.type()))
            .count()
        > MOST_WITHIN;
  }

  private CodecShape custom(TypeRef type, StoredBy by) {
    TypeElement element = types.element(new TypeRef.Declared(by.by(), List.of()));
    if (element == null) {
      return none(by.by().nestedName() + ", which stores " + type + ", cannot be found");
    }
    if (!MadeByUs.isVisible(element, viewer)) {
      return hidden(by.by());
    }
    deprecations.addAll(Deprecations.of(element));
    return new Custom(type.boxed(), by.by(), by.isFolder());
  }

  private None hidden(ClassRef type) {
    return none(
        type.nestedName()
            + " cannot be seen from "
            + TypeReader.classRef(viewer).nestedName()
            + "; make it public");
  }

  static None none(String why) {
    return new None(List.of(), why);
  }
}
