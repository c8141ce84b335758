package dev.millrace.processor.property;

import static java.util.stream.Collectors.joining;

/** Writes nested uses, and what is used. */
final class NestedSpelling {
  private NestedSpelling() {}

  /** Returns the method; and where failures are kept, a node that gives the rest. */
  static String use(Spec.Map map) {
    String element = map.kind().element().boxed;
    boolean soft = map.body().soft();
    String name = (soft ? "kept" : "") + map.name();
    String method =
        """
        @Nested(value = %s.class, output = "%s"%s%s)
        %s %s(%s);
        """
            .formatted(
                map.body().name(),
                map.output().name(),
                map.product() ? ", mode = MapMode.PRODUCT" : "",
                map.flatten() ? ", flatten = true" : "",
                soft ? "List<dev.millrace.runtime.Outcome<" + element + ">>" : map.kind().java,
                name,
                map.passes().stream().map(NestedSpelling::parameter).collect(joining(", ")));
    return soft ? method + values(map.name(), element, name) : method;
  }

  private static String parameter(Spec.Pass pass) {
    return "@%s(\"%s\") %s %s"
        .formatted(pass.each() ? "Each" : "As", pass.inner(), pass.kind().java, pass.name());
  }

  /** What a map that keeps failures has without them. */
  private static String values(String name, String element, String kept) {
    return """
    @Node static List<%s> %s(List<dev.millrace.runtime.Outcome<%s>> %s) {
      return dev.millrace.runtime.Outcome.values(%s);
    }
    """
        .formatted(element, name, element, kept, kept);
  }

  static String body(Spec.Body body) {
    boolean nests = body.scope().members().stream().anyMatch(Spec.Map.class::isInstance);
    return """
    %s %s {
    %s
    }
    """
        .formatted(
            nests ? "@Pipeline interface" : "final class",
            body.name(),
            Spelling.members(body.scope().members()));
  }
}
