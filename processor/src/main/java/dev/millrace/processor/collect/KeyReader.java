package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KeyDefinition;
import dev.millrace.processor.model.KeyPolicy;
import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.KeyShape.Defined;
import dev.millrace.processor.model.KeyShape.Made;
import dev.millrace.processor.model.KeyShape.None;
import dev.millrace.processor.model.KeyTypes;
import dev.millrace.processor.model.Keying;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.PathKey;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds how types are written into keys. A type that is being looked at already has an encoding as
 * far as the look goes: a tree's children are trees. Where one look fails, all that it found is
 * given up, as it may rest on what failed.
 */
final class KeyReader implements KeyTypes {
  private final CompilerTypes types;
  private final KeyedClasses classes;
  private final TypeElement viewer;
  private final Map<TypeRef.Declared, KeyDefinition> known = new LinkedHashMap<>();

  private final Set<String> deprecations = new TreeSet<>();

  /** What the look that is under way found; null while it is being found. */
  private final Map<TypeRef.Declared, @Nullable KeyDefinition> found = new LinkedHashMap<>();

  KeyReader(CompilerTypes types, KeyedClasses classes, TypeElement viewer) {
    this.types = types;
    this.classes = classes;
    this.viewer = viewer;
  }

  @Override
  public KeyShape shape(TypeRef type, PathKey paths) {
    found.clear();
    KeyShape shape = find(type, paths);
    if (shape.isSome()) {
      found.forEach((each, definition) -> known.put(each, require(each, definition)));
    }
    return shape;
  }

  @Override
  public Optional<None> withoutHandle(TypeRef resource) {
    if (!(resource.plain().upperBound() instanceof TypeRef.Declared declared)) {
      return Optional.empty();
    }
    TypeElement element = types.element(declared);
    if (element == null || element.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.empty();
    }
    return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
        .filter(each -> !each.getModifiers().contains(Modifier.PRIVATE))
        .flatMap(each -> each.getParameters().stream())
        .flatMap(each -> withoutKey(declared, each).stream())
        .findFirst();
  }

  private Optional<None> withoutKey(TypeRef.Declared resource, VariableElement argument) {
    Keying keying = KeyingReader.of(argument);
    return keying.policy() == KeyPolicy.AUTO
            && shape(TypeReader.read(argument.asType(), argument), keying.paths())
                instanceof None none
        ? Optional.of(none.by(resource + "." + argument.getSimpleName()))
        : Optional.empty();
  }

  @Override
  public KeyDefinition definition(TypeRef.Declared type) {
    return require(type, known.get(type));
  }

  @Override
  public Set<String> deprecations() {
    return deprecations;
  }

  private static KeyDefinition require(TypeRef.Declared type, @Nullable KeyDefinition definition) {
    if (definition == null) {
      throw new IllegalArgumentException(type + " was never asked for");
    }
    return definition;
  }

  /** Returns the shape of a type, the types of its parts looked at as well. */
  KeyShape find(TypeRef type, PathKey paths) {
    TypeRef plain = type.plain().upperBound();
    if (plain instanceof TypeRef.Primitive primitive) {
      return KnownKeys.box(primitive);
    }
    if (plain instanceof TypeRef.Array array) {
      return array.component() instanceof TypeRef.Primitive primitive
          ? KnownKeys.of(primitive)
          : made(KnownKeys.ARRAYS, "array", List.of(array.component()), paths);
    }
    if (!(plain instanceof TypeRef.Declared declared)) {
      return none("nothing says what " + plain + " is");
    }
    if (declared.type().equals(KnownTypes.PATH)) {
      return switch (paths) {
        case NAME -> KnownKeys.PATH_BY_NAME;
        case CONTENT -> KnownKeys.PATH_BY_CONTENT;
        case UNSAID -> none("nobody says of a Path whether it is @ByName or @ByContent");
      };
    }
    if (declared.type().equals(KnownTypes.RESOURCE)) {
      return KnownKeys.HANDLE;
    }
    Optional<KeyShape.Known> here = KnownKeys.of(declared.type());
    if (here.isPresent()) {
      return here.get();
    }
    Optional<TypeRef.Primitive> number = KnownKeys.blockOf(declared.type());
    if (number.isPresent()) {
      TypeRef box = number.get().boxed();
      return made(KnownKeys.COLLECTIONS, "list", List.of(box), paths);
    }
    Optional<String> maker = KnownKeys.maker(declared.type(), declared.arguments().size());
    return maker.isPresent()
        ? made(KnownKeys.COLLECTIONS, maker.get(), declared.arguments(), paths)
        : ofClass(declared);
  }

  private KeyShape made(ClassRef holder, String method, List<TypeRef> parts, PathKey paths) {
    List<TypeRef> elements = new ArrayList<>();
    List<KeyShape> shapes = new ArrayList<>();
    for (TypeRef part : parts) {
      KeyShape shape = find(part, paths);
      if (!shape.isSome()) {
        return shape;
      }
      elements.add(part.plain().upperBound());
      shapes.add(shape);
    }
    boolean stand = method.equals("list") && KnownKeys.isNumber(shapes.get(0));
    return new Made(holder, stand ? "numbers" : method, elements, shapes);
  }

  private KeyShape ofClass(TypeRef.Declared type) {
    TypeElement element = types.element(type);
    if (element == null) {
      return none(type + " cannot be found");
    }
    if (!Visibility.isVisible(element, viewer)) {
      return none(
          type
              + " cannot be seen from "
              + TypeReader.classRef(viewer).nestedName()
              + "; make it public");
    }
    deprecations.addAll(Deprecations.of(element));
    if (element.getKind() == ElementKind.ENUM) {
      return KnownKeys.ENUM;
    }
    if (known.containsKey(type) || found.containsKey(type)) {
      return new Defined(type);
    }
    found.put(type, null);
    try {
      KeyedClasses.Read read = classes.read(type, element, this);
      if (read.none() != null) {
        return read.none();
      }
      found.put(type, read.definition());
      return new Defined(type);
    } catch (UnreadableTypeException raw) {
      return none(type + " has a part whose type is raw or cannot be written down");
    }
  }

  /** Returns whether generated code can name a member. */
  boolean sees(Element member) {
    return Visibility.isVisible(member, viewer);
  }

  static None none(String why) {
    return new None(List.of(), why);
  }
}
