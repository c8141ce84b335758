package dev.millrace.processor.report;

/**
 * Everything that the processor reports: errors, then warnings. The code in brackets is stable;
 * {@code docs/errors.md} explains each under it.
 */
public enum Message {
  // nodes
  NODE_PRIVATE("NodePrivate", "%s is private; a node must be visible to the generated pipeline"),
  NODE_VOID(
      "NodeVoid", "%s returns nothing; return a receipt of what was done, so that it is an output"),
  NODE_GENERIC("NodeGeneric", "%s has type variables that nothing could fix: %s"),
  NODE_ASYNC(
      "NodeAsync", "%s returns %s; return a CompletionStage, or wait for the value and return it"),
  NODE_OWNER(
      "NodeOwner",
      "%s is an instance method of %s %s; make it static, move it to a concrete class, or say by @Stateful that a pipeline may open instances of %s"),
  NODE_THROWS(
      "NodeThrows", "%s declares %s, which is no Exception; declare the exceptions that it throws"),
  NODE_AND_BATCH(
      "NodeAndBatch", "%s is both @Node and @Batch; put @Batch on an overload for many items"),
  BLOCKING_STAGE(
      "BlockingStage",
      "%s is blocking and returns a CompletionStage; it waits or it does not: drop one of the two"),
  RETRY_ATTEMPTS(
      "RetryAttempts", "%s has attempts = %s; @Retry needs at least 2, the first call included"),
  RETRY_NEVER("RetryNever", "%s is tried again on %s"),
  DURATION(
      "Duration",
      "%s says \"%s\"; write a time of at most 30 days as a whole number and a unit, as in 200ms, 10s, 5m or 1h"),
  RATE(
      "Rate",
      "%s says \"%s\"; write how many calls, at most 100000, and within what: a second, minute or hour, as in 50/s, 600/m or 1000/h"),
  IN_FLIGHT(
      "InFlight", "%s has maxInFlight = %s; write how many calls, 1 at least, or leave it out"),
  NOT_WAITING(
      "NotWaiting",
      "%s says %s, which is for a node that waits; return a CompletionStage, say blocking = true, or drop it"),
  DEFAULT_INVALID("DefaultInvalid", "%s has the default \"%s\", which is no %s"),
  SPLIT_RECORD(
      "SplitRecord",
      "%s splits %s; @Split needs a record as result, whose components are the outputs"),
  VARIANT_MISSING("VariantMissing", "\"%s\" has no variant for %s of %s; add one"),
  VARIANT_TWICE("VariantTwice", "\"%s\" has a second variant for %s; the first is %s"),
  VARIANT_RESULT(
      "VariantResult",
      "%s gives %s, but %s gives %s; all variants of an output give the same type"),
  VARIANT_SELECTOR("VariantSelector", "the variants of \"%s\" cannot be chosen by \"%s\": %s"),
  VARIANT_RESOURCE(
      "VariantResource",
      "\"%s\" chooses its variant by \"%s\", a %s, which is a resource: it would be opened to be asked; choose by a plain value, such as an enum, and read the resource in the variants"),
  VARIANT_PRODUCED(
      "VariantProduced",
      "the variants of \"%s\" are chosen by \"%s\", which %s produces; choose by an input, or put them into a nested use that is given it"),
  DEFAULT_PRODUCED(
      "DefaultProduced",
      "%s has a default for \"%s\", but %s produces it; drop @Default, or rename one"),
  DEFAULT_DISAGREES(
      "DefaultDisagrees",
      "%s has the default \"%s\" for \"%s\", but %s has \"%s\"; an input has one default"),
  CLOSED_INPUT_UNUSED("ClosedInputUnused", "%s lists the input \"%s\", which nothing %s reads%s"),
  CLOSED_INPUT_MISSING(
      "ClosedInputMissing",
      "%s reads \"%s\", which nothing produces and the inputs of %s do not list%s"),
  CLOSED_INPUT_PRODUCED(
      "ClosedInputProduced",
      "%s lists the input \"%s\", but %s produces it; take it out of the list"),
  CLOSED_OUTPUT_UNKNOWN(
      "ClosedOutputUnknown", "%s lists the output \"%s\", which nothing produces%s"),
  CLOSED_TWICE("ClosedTwice", "%s lists \"%s\" twice"),
  EACH_NAME(
      "EachName", "the inputs \"%s\" and \"%s\" would give the same method of Over; rename one"),
  WHEN_ENUM(
      "WhenEnum",
      "the variants of \"%s\" must all read one enum under one name, and share no other; %s"),
  WHEN_CONSTANT(
      "WhenConstant", "%s is for %s, which is no constant of %s; say @When with one of %s"),
  RAW_TYPE("RawType", "%s uses the raw type %s; write its type arguments"),
  TYPE_UNSUPPORTED("TypeUnsupported", "%s uses the type %s, which a node's signature cannot hold"),
  NAME_INVALID(
      "NameInvalid", "\"%s\" is no name; %s is a Java identifier, no keyword, and has no $"),
  NAME_RESERVED(
      "NameReserved",
      "\"%s\" is a name of the generated classes themselves; use another, as in %s"),
  MISPLACED("Misplaced", "@%s does nothing on %s; %s"),

  // twins
  TWIN_ALONE(
      "TwinAlone",
      "%s has no node to pair with: there is no @Node method \"%s\" with %s in %s. Where it is meant as a node by itself, say @Each on its lists"),
  TWIN_MISMATCH("TwinMismatch", "%s is no twin of %s: %s"),
  TWIN_SECOND("TwinSecond", "%s is a second twin of %s; the first is %s"),
  TWIN_WEIGHT(
      "TwinWeight",
      "%s has maxWeight = %s; a batch weighs something: write a number above 0, or 0 for no limit"),
  TWIN_ITEMS(
      "TwinItems",
      "%s has maxItems = %s; a batch has items: write a number above 0, or 0 for no limit"),
  TWIN_LINGER("TwinLinger", "%s cannot wait \"%s\" for others: %s; leave linger out"),
  TWIN_WEIGHER("TwinWeigher", "%s cannot be weighed by %s: %s"),
  TWIN_TOLERANCE("TwinTolerance", "%s cannot have this tolerance: %s"),
  TWIN_EACH_TYPE(
      "TwinEachType",
      "%s takes \"%s\" for each item, but it is %s; @Each of a @Batch method stands on a List<T>, a Block<T> or a block of numbers"),
  TWIN_RESULT(
      "TwinResult",
      "%s returns %s; a @Batch method returns a List<T>, a Block<T> or a block of numbers with one T for each item, or a CompletionStage of it"),

  // tests of twins
  TWIN_TESTS_OFF(
      "TwinTestsOff",
      "%s asks for tests of twins, but they are off; compile the test sources with -Amillrace.twinTests=true"),
  TWIN_TEST_EMPTY("TwinTestEmpty", "%s has nothing to test: %s"),
  TWIN_TEST_VALUE(
      "TwinTestValue",
      "%s cannot make up values of \"%s\" for %s, of type %s; write \"static %s %s()\" in %s, or let it return Samples<%s>"),
  TWIN_TEST_GENERIC(
      "TwinTestGeneric",
      "%s cannot test %s: neither String nor Integer can stand for its type variables; put it into a class that is not listed, and write its test by hand"),
  TWIN_TEST_THROWS(
      "TwinTestThrows",
      "%s#%s() gives \"%s\" for each item of %s, so it must not declare %s; catch it there"),

  // resources
  STATEFUL_KIND("StatefulKind", "%s cannot be @Stateful: %s"),
  STATEFUL_INSTANCES("StatefulInstances", "%s cannot have maxInstances = %s: %s"),
  STATEFUL_SCOPE(
      "StatefulScope",
      "%s is PER_WORKER, but %s, which it extends, is SHARED; make %s PER_WORKER too"),
  STATEFUL_CONSTRUCTOR("StatefulConstructor", "%s has no handle: %s"),
  STATEFUL_CAPTURE(
      "StatefulCapture",
      "%s may keep a %s, which serves one thread at a time (PER_WORKER), in %s, which all threads share; make %s PER_WORKER too, or %s"),

  // keys and stored results
  NO_KEY("NoKey", "%s is to be kept, but \"%s\" has no key: %s"),
  NO_CODEC("NoCodec", "%s is to be kept, but its result cannot be stored: %s"),
  STORED("Stored", "%s cannot be stored by %s: %s"),
  CACHE_KEY("CacheKey", "%s cannot give a key: %s"),
  PATH_KEY("PathKey", "@%s says nothing of %s: %s"),
  KEY_POLICY(
      "KeyPolicy",
      "%s says what \"%s\" is in keys (%s), but its results are never kept; drop that, or cache = CachePolicy.NEVER"),

  // pipelines
  PIPELINE_KIND("PipelineKind", "%s is no interface; @Pipeline stands on an interface"),
  PIPELINE_GENERIC("PipelineGeneric", "%s has type variables; a pipeline cannot be generic"),
  PIPELINE_PRIVATE("PipelinePrivate", "%s is private; the generated class must be able to see it"),
  PIPELINE_EMPTY(
      "PipelineEmpty",
      "%s has no nodes; list the classes that have some, as in @Pipeline({TextNodes.class})"),
  PIPELINE_EXTENDS(
      "PipelineExtends", "%s extends %s; a pipeline lists what it uses, as in @Pipeline(%s.class)"),
  PIPELINE_METHOD(
      "PipelineMethod",
      "%s has neither a body nor @Nested; a pipeline's methods are nested uses or static nodes"),
  PIPELINE_ITSELF("PipelineItself", "%s contains itself: %s"),
  CLASS_WITHOUT_NODES(
      "ClassWithoutNodes",
      "%s has no @Node method; take it out of the list, or annotate its methods"),
  CLASS_NOT_INDEXED(
      "ClassNotIndexed",
      "%s comes from a class file without parameter names; compile it with millrace-processor"),
  CLASS_INVISIBLE("ClassInvisible", "%s cannot be seen from %s; make it public"),
  NODE_INVISIBLE("NodeInvisible", "%s cannot be seen from %s; make it public"),
  TYPE_INVISIBLE("TypeInvisible", "%s uses %s, which cannot be seen from %s; make it public"),
  CLASS_TAKEN("ClassTaken", "%s would generate %s, but %s; rename one of them"),
  NOT_WRITTEN("NotWritten", "%s could not be written: %s"),
  UNRESOLVED(
      "Unresolved", "%s was not compiled into a pipeline: it names %s, which cannot be found"),

  // wiring
  DUPLICATE_OUTPUT(
      "DuplicateOutput",
      "\"%s\" is produced twice, by %s and by %s; rename one with @Node(\"other\")"),
  CYCLE("Cycle", "these outputs need each other:%s"),
  TYPE_MISMATCH("TypeMismatch", "%s reads \"%s\" as %s, but %s gives %s%s"),
  NEAR_NAME(
      "NearName",
      "nothing produces \"%s\", which %s reads. Did you mean \"%s\" (%s, from %s)? If it is an input, say @Input"),
  INPUT_PRODUCED(
      "InputProduced",
      "%s says that \"%s\" is an input, but %s produces it; drop @Input, or rename one"),
  INPUT_TYPES(
      "InputTypes", "the input \"%s\" is read as %s by %s and as %s by %s, and neither fits both"),

  // generic nodes
  GENERIC_UNFIXED("GenericUnfixed", "nothing fixes the type variable %s of %s; %s"),
  GENERIC_CONFLICT(
      "GenericConflict",
      "%s has one %s, but \"%s\" makes it %s and \"%s\" makes it %s; give both one type, or the node two variables"),
  GENERIC_BOUND("GenericBound", "%s needs a %s that is %s, but here it is %s"),
  GENERIC_WILDCARD(
      "GenericWildcard",
      "%s reads \"%s\" as %s, but it is %s here, and no variable stands for a wildcard; write %s"),

  // nested uses
  NESTED_NAME("NestedName", "%s has nothing named \"%s\" inside%s"),
  NESTED_UNUSED(
      "NestedUnused", "%s lists \"%s\", but \"%s\" inside does not need \"%s\"; leave it out"),
  NESTED_OUTPUT(
      "NestedOutput",
      "%s must say which output it takes, as in @Nested(value = %s.class, output = \"%s\"); %s"),
  NESTED_OUTPUT_UNKNOWN("NestedOutputUnknown", "%s takes \"%s\", which %s does not produce%s"),
  NESTED_EACH_TYPE("NestedEachType", "%s maps over \"%s\", which is %s; @Each stands on a List<T>"),
  NESTED_PRODUCT(
      "NestedProduct",
      "%s combines each with each, but maps over %s; PRODUCT needs several @Each parameters"),
  NESTED_FLATTEN(
      "NestedFlatten", "%s joins lists, but %s; flatten is for a map whose items give a List"),
  NESTED_EACH_AND_AS("NestedEachAndAs", "\"%s\" is both @Each and @As; choose one"),
  NESTED_TWICE(
      "NestedTwice", "\"%s\" and \"%s\" are both \"%s\" inside; name each inner thing once"),
  NESTED_RESULT("NestedResult", "%s is declared %s, but \"%s\" inside gives %s"),

  // the build's options
  OPTION_VALUE("OptionValue", "the option %s %s, but must be %s"),

  // warnings
  OPTION_UNKNOWN("OptionUnknown", Severity.WARNING, "there is no option \"%s\"; there are %s%s"),
  NODE_UNUSED(
      "NodeUnused",
      Severity.WARNING,
      "no output of %s needs \"%s\" (%s), so it never runs; add it to the outputs, or list its class no more"),
  NOT_CACHED(
      "NotCached",
      Severity.WARNING,
      "%s cannot be cached, nor can what needs it, because \"%s\" has no key: %s. Or say what it is in keys, as in @In(key = KeyPolicy.IDENTITY)"),
  CACHED_IMPURE(
      "CachedImpure",
      Severity.WARNING,
      "%s reads %s, so a result that was kept may be wrong; take the value itself as an input, or say @Node(cache = CachePolicy.NEVER)");

  private final String code;
  private final Severity severity;
  private final String text;

  Message(String code, String text) {
    this(code, Severity.ERROR, text);
  }

  Message(String code, Severity severity, String text) {
    this.code = code;
    this.severity = severity;
    this.text = text;
  }

  /** Returns the stable code, {@code TypeMismatch}. */
  public String code() {
    return code;
  }

  /** Returns what it does to a build that is not strict. */
  public Severity severity() {
    return severity;
  }

  /** Returns the text for these values, with the code in brackets before it. */
  public String format(Object... values) {
    return "[" + code + "] " + String.format(text, values);
  }
}
