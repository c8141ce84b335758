package dev.millrace.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import java.util.Map;

/** Types as the writer of source takes them. */
final class Types {
  static final ClassName LISTENER = ClassName.get("dev.millrace.runtime", "RunListener");

  /** Spelt out, because an import for a comment alone would be an unused one. */
  static final String MISSING_INPUT = "dev.millrace.runtime.MissingInputException";

  static final String RUN_TIMEOUT = "dev.millrace.runtime.RunTimeoutException";

  static final String NULL_ARGUMENT = "dev.millrace.runtime.NullArgumentException";

  static final ClassName SLOTS = spi("Slots");
  static final ClassName PROBE = spi("Probe");
  static final ClassName COLUMN = spi("Column");
  private static final Map<TypeRef, ClassName> UNBOXED_COLUMNS =
      Map.of(
          TypeRef.Primitive.INT, spi("IntColumn"),
          TypeRef.Primitive.LONG, spi("LongColumn"),
          TypeRef.Primitive.FLOAT, spi("FloatColumn"),
          TypeRef.Primitive.DOUBLE, spi("DoubleColumn"));
  static final ClassName EXECUTION = spi("Execution");
  static final ClassName SETUP = spi("Setup");
  static final ClassName STAGE_KIND = spi("StageKind");
  static final ClassName ENGINE = ClassName.get("dev.millrace.runtime", "Engine");
  static final ClassName DEVICE_PERMITS = ClassName.get("dev.millrace.runtime", "DevicePermits");
  static final ClassName MAP_REGION = spi("MapRegion");
  static final ClassName USE_REGION = spi("UseRegion");
  static final ClassName HELD = spi("Held");
  static final ArrayTypeName HELD_ARRAY =
      ArrayTypeName.of(ParameterizedTypeName.get(HELD, WildcardTypeName.subtypeOf(Object.class)));
  static final ClassName LEASES = spi("Leases");
  static final ClassName RESOURCES = spi("Resources");
  static final ClassName WINDOW = spi("Window");
  static final ClassName TOGETHER = spi("Together");
  static final ClassName BATCH_CALL = spi("BatchCall");
  static final ClassName DEVICE_CALL = spi("DeviceCall");
  static final ClassName ROWS = spi("Rows");
  static final ClassName ITEMS = spi("Items");
  static final ClassName BATCHES = spi("Batches");
  static final ClassName TWINS = spi("Twins");
  static final ClassName ASYNC = spi("Async");
  static final ClassName STREAMS = spi("Streams");
  static final ClassName TERMS = spi("Terms");
  static final ClassName MEETING = spi("Meeting");
  static final ClassName STARTED = spi("Started");
  static final ClassName PENDING = spi("Pending");
  static final ClassName AGAIN = spi("Again");
  static final ClassName CALL_INPUTS = spi("CallInputs");
  static final ClassName MEMO = spi("Memo");
  static final ClassName SWEEP = spi("Sweep");
  static final ClassName SETTINGS = spi("Settings");
  static final ClassName WIRING = spi("Wiring");
  static final ClassName RESULTS = ClassName.get("dev.millrace.runtime", "Results");
  static final ClassName RESOURCE = name(KnownTypes.RESOURCE);
  static final ClassName UNKNOWN_VARIANT =
      ClassName.get("dev.millrace.runtime", "UnknownVariantException");
  static final ClassName MISSING_INPUTS = spi("MissingInputs");
  static final ClassName CONSTRUCTED_RESOURCE = spi("ConstructedResource");
  static final ClassName HANDLE_ARGUMENTS = spi("HandleArguments");
  static final ClassName KEY_SINK = spi("KeySink");
  static final ClassName KEYED_HANDLE = spi("KeyedHandle");
  static final ClassName KEY_TYPE = spi("KeyType");
  static final ClassName KEY_ENCODER = spi("KeyEncoder");
  static final ClassName WORK = spi("Work");
  static final ClassName WORKS = spi("Works");
  static final ClassName KEEPING = spi("NodeWork").nestedClass("Keeping");
  static final ClassName EXPLANATION = ClassName.get("dev.millrace.runtime", "Explanation");
  static final ClassName CACHE = ClassName.get("dev.millrace.runtime", "Cache");
  static final ClassName CODEC = codec("Codec");
  static final ClassName CODECS = codec("Codecs");
  static final ClassName FOLDER_CODEC = codec("FolderCodec");
  static final ClassName RECORD_CODEC = codec("RecordCodec");
  static final ClassName ONE_OF_CODEC = codec("OneOfCodec");
  static final ClassName BLOB_IN = codec("BlobIn");
  static final ClassName BLOB_OUT = codec("BlobOut");
  static final ClassName TWIN_CHECK = ClassName.get("dev.millrace.testing", "TwinCheck");
  static final ClassName SAMPLES = name(KnownTypes.SAMPLES);
  static final ClassName TOLERANCE = ClassName.get("dev.millrace.testing", "Tolerance");
  static final ClassName JUNIT_TEST = ClassName.get("org.junit.jupiter.api", "Test");
  static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
  static final ClassName GENERATED = ClassName.get("dev.millrace.index", "GeneratedFrom");
  static final ClassName NODE_INDEX = ClassName.get("dev.millrace.index", "NodeIndex");

  /**
   * Stands on a constructor that leaves fields for later. It is NullAway's own word; beside a word
   * that Eclipse's compiler does not know, it asks for one that it does.
   */
  static final AnnotationSpec SETS_LATER =
      AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "{$S, $S}", "all", "NullAway.Init")
          .build();

  /** Stands on a method that returns null where its class, for any result, does not say so. */
  static final AnnotationSpec RETURNS_NULL =
      AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "{$S, $S}", "all", "NullAway")
          .build();

  private Types() {}

  private static ClassName spi(String name) {
    return ClassName.get("dev.millrace.runtime.spi", name);
  }

  private static ClassName codec(String name) {
    return ClassName.get("dev.millrace.runtime.spi.codec", name);
  }

  static ClassName name(ClassRef type) {
    List<String> names = type.simpleNames();
    return ClassName.get(
        type.packageName(), names.get(0), names.subList(1, names.size()).toArray(new String[0]));
  }

  static TypeName name(TypeRef type) {
    if (type instanceof TypeRef.Primitive primitive) {
      return switch (primitive) {
        case BOOLEAN -> TypeName.BOOLEAN;
        case BYTE -> TypeName.BYTE;
        case SHORT -> TypeName.SHORT;
        case INT -> TypeName.INT;
        case LONG -> TypeName.LONG;
        case CHAR -> TypeName.CHAR;
        case FLOAT -> TypeName.FLOAT;
        case DOUBLE -> TypeName.DOUBLE;
        case VOID -> TypeName.VOID;
      };
    }
    if (type instanceof TypeRef.Array array) {
      return ArrayTypeName.of(name(array.component()));
    }
    if (type instanceof TypeRef.OrNull orNull) {
      return name(orNull.type());
    }
    if (type instanceof TypeRef.Held held) {
      return ParameterizedTypeName.get(HELD, name(held.type().boxed()));
    }
    if (type instanceof TypeRef.Variable variable) {
      return TypeVariableName.get(variable.name());
    }
    if (type instanceof TypeRef.Wildcard wildcard) {
      TypeRef upper = wildcard.upper();
      TypeRef lower = wildcard.lower();
      return lower != null
          ? WildcardTypeName.supertypeOf(name(lower))
          : WildcardTypeName.subtypeOf(upper == null ? ClassName.OBJECT : name(upper));
    }
    TypeRef.Declared declared = (TypeRef.Declared) type;
    ClassName raw = name(declared.type());
    if (declared.arguments().isEmpty()) {
      return raw;
    }
    return ParameterizedTypeName.get(
        raw, declared.arguments().stream().map(Types::name).toArray(TypeName[]::new));
  }

  /** Returns a type as what is known of its values while they run: {@code List<?>}. */
  static TypeName reified(TypeRef type) {
    if (type instanceof TypeRef.Array array) {
      return ArrayTypeName.of(reified(array.component()));
    }
    if (!(type instanceof TypeRef.Declared declared) || declared.arguments().isEmpty()) {
      return name(type);
    }
    return ParameterizedTypeName.get(
        name(declared.type()),
        declared.arguments().stream()
            .map(each -> WildcardTypeName.subtypeOf(Object.class))
            .toArray(TypeName[]::new));
  }

  /** Returns a type as a signature says it, with null where that is a value. */
  static TypeName name(TypeRef type, boolean nullable) {
    return nullable ? orNull(name(type)) : name(type);
  }

  /** Returns a type as a signature says it where null is a value. */
  static TypeName orNull(TypeName type) {
    return type.annotated(AnnotationSpec.builder(NULLABLE).build());
  }

  /** Returns the type of what an asynchronous node's stage comes to. */
  static TypeName landing(NodeModel node) {
    return name(Calls.landing(node), !node.alone() && node.result().isNullable());
  }

  /** Returns the type of a call of an asynchronous node. */
  static TypeName pending(NodeModel node) {
    return ParameterizedTypeName.get(PENDING, landing(node));
  }

  static ParameterizedTypeName items(TypeRef element) {
    return ParameterizedTypeName.get(ITEMS, name(element.boxed()));
  }

  /** Returns the type of a column of such values. */
  static TypeName column(TypeRef element) {
    ClassName unboxed = UNBOXED_COLUMNS.get(element);
    return unboxed == null ? ParameterizedTypeName.get(COLUMN, name(element.boxed())) : unboxed;
  }

  /** Returns whether a column has such values as they are, and no objects. */
  static boolean isUnboxed(TypeRef element) {
    return UNBOXED_COLUMNS.containsKey(element);
  }
}
