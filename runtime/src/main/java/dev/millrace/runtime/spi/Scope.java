package dev.millrace.runtime.spi;

import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.cache.cone.Cone;
import dev.millrace.runtime.cache.cone.Cones;
import dev.millrace.runtime.cache.cone.Wire;
import dev.millrace.runtime.cache.vault.Vault;
import dev.millrace.runtime.spi.codec.Codec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the cache knows of a pipeline's values, or of a nested use's: the same in all runs. Inside a
 * use, what it is given is at the cuts; where that is computed outside, its own key stands there.
 */
final class Scope {
  static final BitSet NOTHING = new BitSet();

  private final Keyring ring;
  private final String path;
  private final Works works;
  private final @Nullable Scope[] inner;
  private final String[] obstacles;
  private final byte[][] codes;
  private final Worth[] worths;
  private final Cones cones;
  private final Cones through;
  private final Map<BitSet, String[]> known = new ConcurrentHashMap<>();
  private final int first;
  private final BitSet cuts = new BitSet();
  private final BitSet results = new BitSet();
  private final BitSet read = new BitSet();
  private final Chains chains;
  private final BitSet inKeys = new BitSet();

  /**
   * @param path the use's path with a dot behind it, or an empty text
   */
  Scope(Keyring ring, String path, Works works) {
    this.ring = ring;
    this.path = path;
    this.works = works;
    this.inner = new Scope[works.size()];
    this.obstacles = new String[works.size()];
    this.codes = new byte[works.size()][];
    this.worths = new Worth[works.size()];
    List<Wire> wires = new ArrayList<>();
    for (int place = 0; place < works.size(); place++) {
      obstacles[place] = "";
      codes[place] = new byte[0];
      worths[place] = new Worth();
      wires.add(wire(place, works.get(place)));
    }
    int values = 0;
    while (values < works.size() && isFromOutside(works.get(values))) {
      values++;
    }
    this.first = values;
    for (int place = first; place < wires.size(); place++) {
      cuts.set(place, !(wires.get(place) instanceof Wire.Step step) || step.cutsOff());
    }
    works.outputPlaces().forEach(this::addResult);
    for (int place = 0; place < works.size(); place++) {
      works.get(place).reads().forEach(read::set);
    }
    this.chains = new Chains(this);
    inKeys.or(cuts);
    inKeys.or(chains.lists());
    this.cones = new Cones(ring.environment(), wires);
    this.through =
        new Cones(
            ring.environment(),
            wires.stream()
                .map(each -> each instanceof Wire.Step step ? step.through() : each)
                .toList());
  }

  private static boolean isFromOutside(Work work) {
    return work instanceof Work.Given || work instanceof Work.Handle || work instanceof Work.Outer;
  }

  /** An output that is a part of something, or one of several, is what that is. */
  private void addResult(int place) {
    results.set(place);
    if (works.get(place) instanceof Work.Part part) {
      part.sources().forEach(this::addResult);
    }
  }

  private Wire wire(int place, Work work) {
    if (work instanceof NodeWork node) {
      return node(place, node);
    }
    if (work instanceof UseWork use) {
      return use(place, use);
    }
    if (work instanceof Work.Part part) {
      codes[place] = Keyring.digest(Keyring.utf8("part"), Keyring.utf8(part.what()));
      return new Wire.Step(codes[place], part.reads());
    }
    return new Wire.Cut();
  }

  private Wire node(int place, NodeWork node) {
    if (node.keeping() == NodeWork.Keeping.NEVER) {
      return new Wire.Cut();
    }
    Keyring.Code method = ring.code(node.method());
    Keyring.Code twin = node.twin() == null ? method : ring.code(node.twin());
    ring.warn(path(node), method, twin);
    obstacles[place] =
        !node.keyless().isEmpty()
            ? node.keyless()
            : !method.unreadable().isEmpty() ? method.unreadable() : twin.unreadable();
    codes[place] =
        Keyring.digest(
            Keyring.utf8("node"),
            method.digest(),
            twin.digest(),
            ByteBuffer.allocate(Integer.BYTES).putInt(node.version()).array(),
            Keyring.utf8(node.salt()),
            Keyring.utf8(node.ignored()),
            Keyring.utf8(schema(node.codec())),
            Keyring.utf8(node.folder() == null ? "" : node.folder().schema()));
    return new Wire.Step(codes[place], node.keyedReads(), node.cutsOff());
  }

  private static String schema(@Nullable Codec<?> codec) {
    return codec == null ? "" : codec.schema();
  }

  /** A use is one step: what its results are computed by, and in which shape they come. */
  private Wire use(int place, UseWork use) {
    Scope within = new Scope(ring, path + use.name() + ".", use.works());
    inner[place] = within;
    TreeSet<Integer> read = new TreeSet<>();
    List<byte[]> parts = new ArrayList<>();
    parts.add(Keyring.utf8(use.isMapped() ? "map " + use.shape() : "use"));
    parts.add(Keyring.utf8(schema(use.codec())));
    for (int value = 0; value < within.first; value++) {
      if (within.isEach(value)) {
        read.add(value);
        parts.add(Keyring.utf8("each " + value));
      }
    }
    boolean isCut = false;
    for (int output : use.works().outputPlaces()) {
      parts.add(Keyring.utf8("output"));
      if (output < within.first) {
        read.add(output);
        parts.add(Keyring.utf8("value " + output));
      } else if (within.isImpure(output)) {
        isCut = true;
      } else {
        Cone cone = within.through.above(output, NOTHING);
        parts.add(cone.digest());
        for (int cut : cone.cuts()) {
          isCut |= cut >= within.first;
          parts.add(Keyring.utf8("cut " + cut));
          read.add(cut);
        }
        String why = within.obstacle(output, NOTHING);
        obstacles[place] = obstacles[place].isEmpty() ? why : obstacles[place];
      }
    }
    codes[place] = Keyring.digest(parts.toArray(byte[][]::new));
    return isCut
        ? new Wire.Cut()
        : new Wire.Step(codes[place], read.stream().map(use.reads()::get).toList());
  }

  /** Returns whether a step's value is another each time. */
  private boolean isImpure(int step) {
    Work work = works.get(step);
    return work instanceof NodeWork node
        ? node.keeping() == NodeWork.Keeping.NEVER
        : work instanceof UseWork && cuts.get(step);
  }

  /**
   * Returns why a value has no key of its own in a run that is given some; empty if it has one,
   * unless a value at its cuts turns out to have none.
   */
  String obstacle(int place, BitSet given) {
    return known.computeIfAbsent((BitSet) given.clone(), this::obstacles)[place];
  }

  private String[] obstacles(BitSet given) {
    String[] own = new String[works.size()];
    for (int place = 0; place < own.length; place++) {
      own[place] = "";
      Work work = works.get(place);
      if (given.get(place) || place < first) {
        continue;
      }
      if (isImpure(place)) {
        own[place] = "it is never kept";
        continue;
      }
      own[place] = obstacles[place];
      for (int read : work.keyedReads()) {
        if (!own[place].isEmpty()) {
          break;
        }
        String why = cones.isCut(read, given) ? keyless(read) : own[read];
        own[place] = why.isEmpty() ? "" : works.get(read).name() + ": " + why;
      }
    }
    return own;
  }

  /** Returns why a step's results are not kept; empty if they are. */
  String uncached(int place, BitSet given) {
    String why = obstacle(place, given);
    Work work = works.get(place);
    if (!why.isEmpty() || isStored(place)) {
      return why;
    }
    if (work instanceof NodeWork node) {
      return node.unstored().isEmpty()
          ? "its results are not stored (" + node.keeping() + ")"
          : node.unstored();
    }
    return work instanceof UseWork use && !use.isMapped() ? use.unstored() : "";
  }

  /** Returns why the value at a cut is in no key; empty if it is, or may be. */
  private String keyless(int cut) {
    Work work = works.get(cut);
    if (work instanceof Work.Given value) {
      return value.isByValue() && !value.each() && value.encoder() == null ? value.why() : "";
    }
    return work instanceof Work.Handle || work instanceof Work.Outer || work.encoder() != null
        ? ""
        : "its value has no place in keys";
  }

  Keyring ring() {
    return ring;
  }

  /**
   * Returns the variants that are not chosen by what is given: they do not run, and what they would
   * run by is in no key.
   *
   * @param values the values from outside, by place
   */
  BitSet unchosen(IntFunction<@Nullable Object> values) {
    BitSet unchosen = new BitSet();
    for (int place = first; place < works.size(); place++) {
      if (works.get(place) instanceof Work.Part part
          && !part.cases().isEmpty()
          && part.reads().get(0) < first) {
        Object selector = values.apply(part.reads().get(0));
        for (int i = 0; i < part.cases().size(); i++) {
          if (!part.cases().get(i).isChosenBy(selector)) {
            unchosen.set(part.reads().get(i + 1));
          }
        }
      }
    }
    return unchosen;
  }

  /** Returns a step as a run tells of it. */
  String path(int place) {
    return path(works.get(place));
  }

  private String path(Work work) {
    return path + work.name();
  }

  /** Returns a step as the cache's ledger knows it. */
  String node(int place) {
    return ring.pipeline() + "." + path(place);
  }

  /** Adds the code that a step's key is made of, by name; what is below cuts is left out. */
  void addCode(int place, BitSet given, List<Part> parts) {
    BitSet above = new BitSet();
    above.set(place);
    for (int each = place; each >= first; each--) {
      if (above.get(each) && (each == place || !isCut(each, given))) {
        addOwn(each, parts);
        works.get(each).keyedReads().forEach(above::set);
      }
    }
  }

  private void addOwn(int place, List<Part> parts) {
    Work work = works.get(place);
    if (work instanceof UseWork) {
      Scope within = inner(place);
      for (int output : within.outputs()) {
        if (output >= within.first && !within.isImpure(output)) {
          within.addCode(output, NOTHING, parts);
        }
      }
    } else if (work instanceof NodeWork) {
      parts.add(new Part("the code of " + path(place), Keyring.first(codes[place])));
    }
  }

  int size() {
    return works.size();
  }

  /** Returns the first step: what is before comes from outside. */
  int first() {
    return first;
  }

  /** Returns the first step that runs for each item. */
  int firstOfItems() {
    return works.firstOfItems();
  }

  Work work(int place) {
    return works.get(place);
  }

  List<Integer> outputs() {
    return works.outputPlaces();
  }

  /** Returns whether a step's value is an output, or an output is taken from it. */
  boolean isResult(int place) {
    return results.get(place);
  }

  /** Returns whether something reads a step's value in the same run, here or around this use. */
  boolean isReadOn(int place) {
    return read.get(place) || !path.isEmpty() && results.get(place);
  }

  boolean isEach(int place) {
    return works.get(place) instanceof Work.Given given && given.each();
  }

  boolean isUse(int place) {
    return works.get(place) instanceof UseWork;
  }

  /** Returns the scope of a nested use. */
  Scope inner(int use) {
    Scope scope = inner[use];
    if (scope == null) {
      throw new IllegalArgumentException(works.get(use).name() + " is no nested use");
    }
    return scope;
  }

  /** Returns what a step's results have been worth. */
  Worth worth(int place) {
    return worths[place];
  }

  /** Returns the steps whose values are in the keys of what depends on them. */
  BitSet cuts() {
    return cuts;
  }

  /** Returns the steps whose values are looked at for keys: cuts, and lists that are mapped. */
  BitSet inKeys() {
    return inKeys;
  }

  /** Returns which maps go over the results of others. */
  Chains chains() {
    return chains;
  }

  /** Returns whether a value is in the keys of what depends on it. */
  boolean isCut(int place, BitSet given) {
    return cones.isCut(place, given);
  }

  /** Returns the cone of a step that has a key. */
  Cone cone(int place, BitSet given) {
    return cones.above(place, given);
  }

  /** Returns a digest of what computes a step, but for what that reads. */
  byte[] code(int place) {
    return codes[place].clone();
  }

  /** Returns whether a step's results are kept, if they have a key. */
  boolean isStored(int place) {
    Work work = works.get(place);
    if (work instanceof NodeWork node) {
      return (node.codec() != null || node.folder() != null)
          && (node.keeping() == NodeWork.Keeping.AUTO || node.keeping() == NodeWork.Keeping.STORE);
    }
    return work.codec() != null;
  }

  /** Returns what writes a step's results; null if a cache has no place for them. */
  @SuppressWarnings("unchecked") // generated works pair a step with the codec of its type
  @Nullable Codec<@Nullable Object> codec(int place, Vault vault) {
    Work work = works.get(place);
    if (work instanceof NodeWork node && node.folder() != null) {
      return (Codec<@Nullable Object>) (Codec<?>) vault.codec(node.folder());
    }
    return (Codec<@Nullable Object>) work.codec();
  }
}
