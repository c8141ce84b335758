package dev.millrace.runtime.spi.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Codecs of records and sealed types, as they are generated. */
class TypeCodecTest {
  sealed interface Shape permits Circle, Group {}

  record Circle(double radius) implements Shape {
    Circle {
      if (radius < 0) {
        throw new IllegalArgumentException("a radius of " + radius);
      }
    }
  }

  record Group(@Nullable String name, List<Shape> shapes) implements Shape {}

  record Nothing() {}

  static final Codec<Circle> CIRCLE =
      new RecordCodec<>("t.Circle", "radius") {
        @Override
        protected List<Codec<?>> parts() {
          return List.of(Codecs.DOUBLE);
        }

        @Override
        protected void writeParts(BlobOut out, Circle value) {
          out.f64(value.radius());
        }

        @Override
        protected Circle readParts(BlobIn in) {
          return new Circle(in.f64());
        }
      };

  static final Codec<Group> GROUP =
      new RecordCodec<>("t.Group", "name", "shapes") {
        @Override
        protected List<Codec<?>> parts() {
          return List.of(Codecs.STRING, Lists.SHAPES);
        }

        @Override
        protected void writeParts(BlobOut out, Group value) {
          write(out, Codecs.STRING, value.name());
          write(out, Lists.SHAPES, value.shapes());
        }

        @Override
        protected Group readParts(BlobIn in) {
          return new Group(read(in, Codecs.STRING), read(in, Lists.SHAPES));
        }
      };

  static final Codec<Shape> SHAPE =
      new OneOfCodec<>("t.Shape") {
        @Override
        protected List<Codec<? extends Shape>> parts() {
          return List.of(CIRCLE, GROUP);
        }

        @Override
        protected int partOf(Shape value) {
          return value instanceof Circle ? 0 : 1;
        }
      };

  static final Codec<Nothing> NOTHING =
      new RecordCodec<>("t.Nothing") {
        @Override
        protected List<Codec<?>> parts() {
          return List.of();
        }

        @Override
        protected void writeParts(BlobOut out, Nothing value) {}

        @Override
        protected Nothing readParts(BlobIn in) {
          return new Nothing();
        }
      };

  /** Made once all of those are there that it is made of, and asked for by them. */
  static final class Lists {
    static final Codec<List<Shape>> SHAPES = Codecs.list(SHAPE);
  }

  private static <T> ByteBuffer blob(Codec<T> codec, T value) {
    BlobOut out = new BlobOut();
    codec.write(out, value);
    return out.finish();
  }

  private static <T> T again(Codec<T> codec, T value) {
    BlobIn in = new BlobIn(blob(codec, value));
    T read = codec.read(in);
    in.end();
    return read;
  }

  private static Shape nested(int levels) {
    Shape shape = new Circle(1);
    for (int i = 0; i < levels; i++) {
      shape = new Group("g", List.of(shape));
    }
    return shape;
  }

  @Test
  void aTypeThatHoldsItselfComesBack() {
    Shape shape = new Group(null, List.of(nested(0), nested(2), new Group("", List.of())));
    assertEquals(shape, again(SHAPE, shape));
  }

  @Test
  void theSchemaTellsEachTypeOnce() {
    assertEquals(
        "t.Shape{t.Circle(radius: double), t.Group(name: String, shapes: List<t.Shape>)}",
        SHAPE.schema());
    assertEquals(
        "t.Group(name: String, shapes: List<t.Shape{t.Circle(radius: double), t.Group}>)",
        GROUP.schema());
  }

  @Test
  void whatCanBeChangedMakesWhatHoldsItChangeable() {
    assertTrue(SHAPE.isImmutable());
    assertTrue(SHAPE.isImmutable(), "also when it is asked again");
    assertTrue(Codecs.list(Codecs.optional(GROUP)).isImmutable());
    assertFalse(Codecs.list(Codecs.array(GROUP, Group[]::new)).isImmutable());
  }

  @Test
  void whatTheConstructorRefusesIsDamage() {
    BlobOut out = new BlobOut();
    out.f64(-1);
    BlobIn in = new BlobIn(out.finish());
    DamagedBlobException damaged = assertThrows(DamagedBlobException.class, () -> CIRCLE.read(in));
    assertEquals(
        "what was read is no t.Circle: java.lang.IllegalArgumentException: a radius of -1.0",
        damaged.getMessage());
  }

  @Test
  void nullIsNoValue() {
    assertThrows(NoBlobException.class, () -> SHAPE.write(new BlobOut(), null));
    assertThrows(NoBlobException.class, () -> Codecs.STRING.write(new BlobOut(), null));
  }

  /** Two levels each: the group, and that it is one of the shapes. */
  @Test
  void whatIsTooDeepForAStackIsNeitherWrittenNorRead() {
    Shape deepest = nested(249);
    assertEquals(deepest, again(SHAPE, deepest));
    assertThrows(NoBlobException.class, () -> blob(SHAPE, nested(250)));
    BlobOut out = new BlobOut();
    for (int i = 0; i < 100_000; i++) {
      out.size(1); // a group
      out.i8(0); // no name
      out.i8(1); // shapes
      out.size(1);
      out.i8(0); // no null among them
    }
    BlobIn in = new BlobIn(out.finish());
    assertThrows(DamagedBlobException.class, () -> SHAPE.read(in));
  }

  @Test
  void depthIsCountedAnewForTheNextValue() {
    List<Shape> shapes = List.of(nested(200), nested(200), nested(200));
    assertEquals(shapes, again(Lists.SHAPES, shapes));
  }

  @Test
  void whatHasNothingInItTakesAByte() {
    List<Nothing> nothings = List.of(new Nothing(), new Nothing());
    assertEquals(nothings, again(Codecs.list(NOTHING), nothings));
    BlobOut out = new BlobOut();
    out.size(Integer.MAX_VALUE);
    out.i8(0);
    BlobIn in = new BlobIn(out.finish());
    assertThrows(DamagedBlobException.class, () -> Codecs.list(NOTHING).read(in));
  }

  @Test
  void aUsersOwnCodecIsToldByItsNameAndGuarded() {
    Codec<String> own = new Own();
    Codec<String> custom = Codecs.custom(own);
    assertEquals("dev.millrace.runtime.spi.codec.TypeCodecTest$Own(nothing)", custom.schema());
    assertEquals(List.of("x", "x"), again(Codecs.list(custom), List.of("x", "x")));
    BlobOut out = new BlobOut();
    out.i8(0);
    BlobIn in = new BlobIn(out.finish());
    assertThrows(DamagedBlobException.class, () -> custom.read(in));
    Codec<String> failing =
        Codecs.custom(
            Codecs.of(
                "failing",
                (to, value) -> {},
                from -> {
                  throw new IllegalStateException("no");
                }));
    assertThrows(DamagedBlobException.class, () -> again(failing, "x"));
  }

  /** Writes nothing at all. */
  static final class Own implements Codec<String> {
    @Override
    public void write(BlobOut out, String value) {}

    @Override
    public String read(BlobIn in) {
      return "x";
    }

    @Override
    public String schema() {
      return "nothing";
    }

    @Override
    public boolean isImmutable() {
      return true;
    }
  }
}
