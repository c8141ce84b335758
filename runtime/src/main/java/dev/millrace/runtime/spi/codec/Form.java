package dev.millrace.runtime.spi.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a codec is put together from. A type's codec may hold itself, by way of others, so what
 * depends on all of them is found by a walk: each type's schema is told where it is met first, and
 * by its name from then on.
 *
 * @param name what the codec's type is called once it was told; empty where it is told each time
 * @param before what the schema begins with
 * @param labels the names of the parts, or none
 * @param after what the schema ends with
 * @param isFixed whether nobody can change a value, but for what is in it
 * @param parts the codecs of what is in a value
 */
record Form(
    String name,
    String before,
    List<String> labels,
    String after,
    boolean isFixed,
    List<? extends Codec<?>> parts) {

  /** Returns the form of a codec that is known by its words alone. */
  static Form of(String schema, boolean isFixed) {
    return new Form("", schema, List.of(), "", isFixed, List.of());
  }

  /** Returns the form of a codec that puts something around others. */
  static Form around(String before, String after, boolean isFixed, Codec<?>... parts) {
    return new Form("", before, List.of(), after, isFixed, List.of(parts));
  }

  /** Returns what a codec writes, in words. */
  static String schema(Codec<?> codec) {
    StringBuilder text = new StringBuilder();
    tell(codec, text, new HashSet<>());
    return text.toString();
  }

  private static void tell(Codec<?> codec, StringBuilder text, Set<String> told) {
    Form form = of(codec);
    if (form == null) {
      text.append(codec.schema());
      return;
    }
    if (!form.name.isEmpty() && !told.add(form.name)) {
      text.append(form.name);
      return;
    }
    text.append(form.before);
    for (int i = 0; i < form.parts.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      if (!form.labels.isEmpty()) {
        text.append(form.labels.get(i)).append(": ");
      }
      tell(form.parts.get(i), text, told);
    }
    text.append(form.after);
  }

  /** Returns whether nobody can change what a codec reads, nor anything in it. */
  static boolean isImmutable(Codec<?> codec) {
    return isImmutable(codec, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isImmutable(Codec<?> codec, Set<Codec<?>> asked) {
    Form form = of(codec);
    if (form == null) {
      return codec.isImmutable();
    }
    List<Codec<?>> parts = new ArrayList<>(form.parts);
    return !asked.add(codec)
        || (form.isFixed && parts.stream().allMatch(each -> isImmutable(each, asked)));
  }

  private static @Nullable Form of(Codec<?> codec) {
    if (codec instanceof TypeCodec<?> type) {
      return type.form();
    }
    return codec instanceof Written<?> written ? written.form() : null;
  }
}
