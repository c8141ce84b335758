package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.CodecTypes;
import dev.millrace.processor.model.IndexEntry;
import dev.millrace.processor.model.KeyTypes;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.ResourceModel;
import dev.millrace.processor.model.TwinTestModel;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.report.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the declarations of one round. */
public final class Collector {
  private final CompilerTypes types;
  private final ClassReader classes;
  private final IndexReader index;
  private final PipelineReader pipelines;
  private final PlaceRule places;
  private final PathKeyRule pathKeys;
  private final KeyPolicyRule keyPolicies;
  private final CacheKeyRule cacheKeys;
  private final StoredRule stored;
  private final Problems problems;
  private final ResourceReader resources;
  private final TwinTestReader twinTests;

  /**
   * @param sources the canonical names of the top-level classes that are compiled from source
   */
  public Collector(Elements elements, Types types, Set<String> sources, Problems problems) {
    this.types = new CompilerTypes(elements, types);
    ParameterNames names = new ParameterNames(elements, this.types, sources);
    SignatureReader signatures = new SignatureReader(this.types, names, problems);
    CaptureRule captures = new CaptureRule(this.types, problems);
    this.classes = new ClassReader(signatures, captures, problems);
    this.index = new IndexReader(names);
    this.pipelines = new PipelineReader(signatures, classes, problems);
    this.places = new PlaceRule(signatures, problems);
    this.pathKeys = new PathKeyRule(signatures, problems);
    this.keyPolicies = new KeyPolicyRule(signatures, problems);
    this.cacheKeys = new CacheKeyRule(signatures, this.types, problems);
    this.stored = new StoredRule(signatures);
    this.problems = problems;
    this.twinTests = new TwinTestReader(signatures, pipelines, problems);
    this.resources =
        new ResourceReader(
            signatures,
            new StatefulRule(signatures, this.types.resources(), problems),
            captures,
            problems);
  }

  /** Returns the types' questions answered by this round's compiler. */
  public TypeSystem types() {
    return types;
  }

  /** Returns the name of a class. */
  public static ClassRef classRef(TypeElement element) {
    return TypeReader.classRef(element);
  }

  /** Returns whether a class, and what it stands in, is public. */
  public static boolean isPublic(TypeElement element) {
    return Visibility.isPublic(element);
  }

  /** Checks the nodes of a class, whether a pipeline lists it or not. */
  public void checkNodes(TypeElement owner) {
    classes.nodes(owner);
  }

  /** Checks that an annotation of ours stands where it says something. */
  public void checkPlace(Element element, String annotation) {
    boolean isPlaced = places.check(element, annotation);
    switch (annotation) {
      case Annotations.IN -> keyPolicies.check(element);
      case Annotations.BY_NAME, Annotations.BY_CONTENT -> {
        if (isPlaced) {
          pathKeys.check(element, annotation);
        }
      }
      default -> {}
    }
  }

  /** Returns how types are written into keys, as a pipeline sees them. */
  public KeyTypes keyTypes(TypeElement pipeline) {
    return new KeyReader(types, new KeyedClasses(types, cacheKeys), pipeline);
  }

  /** Returns how values are stored, as a pipeline sees their types. */
  public CodecTypes codecTypes(TypeElement pipeline) {
    return new CodecReader(types, stored, pipeline);
  }

  /**
   * Checks what is to store the values of a class.
   *
   * @throws UnresolvedTypeException if it does not exist, or not yet
   */
  public void checkStored(TypeElement type) {
    stored.check(type, problems);
  }

  /** Checks a method or class that is to give a key. */
  public void checkCacheKey(Element element) {
    cacheKeys.check(element);
  }

  /**
   * Returns the entries of the class's companion: the names that its class file would lose.
   *
   * @throws UnresolvedTypeException if a parameter's type does not exist, or not yet
   */
  public List<IndexEntry> index(TypeElement owner) {
    return index.read(owner);
  }

  /**
   * Returns the class that a handle is written for; nothing for an interface or abstract class, and
   * nothing where it cannot have one, which is reported.
   *
   * @throws UnresolvedTypeException if a parameter's type does not exist, or not yet
   */
  public Optional<ResourceModel> resource(TypeElement type) {
    return resources.read(type);
  }

  /** Returns the pipeline that an interface declares, or nothing if it cannot be one. */
  public Optional<PipelineModel> pipeline(TypeElement type) {
    return pipelines.read(type);
  }

  /**
   * Returns the tests of twins that a class asks for, or nothing if there can be none.
   *
   * @throws UnresolvedTypeException if a type that it names does not exist, or not yet
   */
  public Optional<TwinTestModel> twinTest(TypeElement type) {
    return twinTests.read(type);
  }

  /** Says that no tests of twins are written. */
  public void refuseTwinTest(TypeElement type) {
    twinTests.refuse(type);
  }

  /** The nodes of classes, each class read once a round. */
  static final class ClassReader {
    private final NodeReader nodes;
    private final TwinReader twins;
    private final VariantReader variants;
    private final SplitReader splits;
    private final Problems problems;
    private final CaptureRule captures;
    private final Map<ClassRef, Nodes> read = new HashMap<>();

    /** What a class declares, and whether nothing of it was left out. */
    private record Nodes(List<Member> members, boolean isComplete) {}

    ClassReader(SignatureReader signatures, CaptureRule captures, Problems problems) {
      this.nodes = new NodeReader(signatures, problems);
      this.twins = new TwinReader(signatures, problems);
      this.variants = new VariantReader(signatures.types(), problems);
      this.splits = new SplitReader(signatures, problems);
      this.captures = captures;
      this.problems = problems;
    }

    List<Member> nodes(TypeElement owner) {
      return read(owner).members();
    }

    private List<NodeModel> paired(TypeElement owner) {
      List<NodeModel> paired = twins.pair(owner, nodes.read(owner));
      paired.forEach(captures::check);
      return paired;
    }

    /** Returns whether no node of the class was left out. */
    boolean isComplete(TypeElement owner) {
      return read(owner).isComplete();
    }

    private Nodes read(TypeElement owner) {
      ClassRef type = TypeReader.classRef(owner);
      Nodes known = read.get(type);
      if (known == null) {
        int before = problems.size();
        List<Member> members = splits.expand(variants.group(paired(owner)));
        known = new Nodes(members, problems.size() == before);
        read.put(type, known);
      }
      return known;
    }
  }
}
