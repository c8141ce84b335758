package dev.millrace.runtime.cache.cone;

import dev.millrace.runtime.cache.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cones of a pipeline's values. Each is worked out when it is first asked for.
 *
 * <p>A value that is given instead of computed is a cut: cones are those of a run that is given
 * some.
 */
public final class Cones {
  /** Changes when keys are made in another way: keys of before are then nobody's. */
  private static final byte FORMAT = 1;

  private static final byte CUT = 0;
  private static final byte STEP = 1;
  private static final byte[] NOTHING = new byte[32];

  /** What one of the values that a step reads takes: which kind it is, and a number or a digest. */
  private static final int READ = 1 + Integer.BYTES + NOTHING.length;

  private final byte[] environment;
  private final List<Wire> wires;
  private final Map<BitSet, Map<Integer, Cone>> known = new ConcurrentHashMap<>();

  /**
   * Makes those of a pipeline.
   *
   * @param environment a digest of what may change every result
   * @param wires how each value comes about, by its place
   * @throws IllegalArgumentException if a step reads a place that is not below its own
   */
  public Cones(byte[] environment, List<Wire> wires) {
    this.environment = environment.clone();
    this.wires = List.copyOf(wires);
    for (int place = 0; place < wires.size(); place++) {
      if (wires.get(place) instanceof Wire.Step step) {
        for (int read : step.reads()) {
          if (read < 0 || read >= place) {
            throw new IllegalArgumentException("value " + place + " reads " + read);
          }
        }
      }
    }
  }

  /**
   * Returns the cone of a value in a run that is given some values.
   *
   * @param given their places, inputs or not
   */
  public Cone above(int place, BitSet given) {
    BitSet key = given.get(0, place); // what comes later cannot be above
    return known
        .computeIfAbsent(key, added -> new ConcurrentHashMap<>())
        .computeIfAbsent(place, added -> new Walk(key).cone(added));
  }

  /** Returns whether a value enters the keys of what depends on it. */
  public boolean isCut(int place, BitSet given) {
    return given.get(place)
        || wires.get(place) instanceof Wire.Cut
        || wires.get(place) instanceof Wire.Step step && step.cutsOff();
  }

  private boolean isComputed(int place, BitSet given) {
    return !given.get(place) && wires.get(place) instanceof Wire.Step;
  }

  /** Puts one cone together: cuts are numbered as they are come to, parameter by parameter. */
  private final class Walk {
    private final BitSet given;
    private final List<Integer> cuts = new ArrayList<>();
    private final Map<Integer, byte[]> steps = new HashMap<>();

    Walk(BitSet given) {
      this.given = given;
    }

    Cone cone(int place) {
      if (!isComputed(place, given)) {
        throw new IllegalArgumentException("value " + place + " is a cut, and has no cone");
      }
      byte[] step = step(place);
      MessageDigest sha = Sha256.fresh();
      sha.update(FORMAT);
      part(sha, environment);
      sha.update(step);
      return new Cone(sha.digest(), cuts);
    }

    private byte[] step(int place) {
      byte[] known = steps.get(place);
      if (known != null) {
        return known;
      }
      Wire.Step step = (Wire.Step) wires.get(place);
      ByteBuffer reads = ByteBuffer.allocate(step.reads().size() * READ);
      for (int read : step.reads()) {
        if (isCut(read, given)) {
          reads.put(CUT).putInt(number(read)).put(NOTHING);
        } else {
          reads.put(STEP).put(step(read)).putInt(0);
        }
      }
      MessageDigest sha = Sha256.fresh();
      part(sha, step.code());
      sha.update(reads.flip());
      byte[] digest = sha.digest();
      steps.put(place, digest);
      return digest;
    }

    private int number(int cut) {
      int number = cuts.indexOf(cut);
      if (number < 0) {
        number = cuts.size();
        cuts.add(cut);
      }
      return number;
    }
  }

  /** Adds bytes that no others can be taken for: how many there are comes first. */
  private static void part(MessageDigest sha, byte[] bytes) {
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sha.update(bytes);
  }
}
