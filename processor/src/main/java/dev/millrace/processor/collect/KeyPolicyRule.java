package dev.millrace.processor.collect;

import dev.millrace.processor.model.CachePolicy;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Refuses {@code @In(key = …)} where there are no keys. */
final class KeyPolicyRule {
  private final SignatureReader signatures;
  private final Problems problems;

  KeyPolicyRule(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.problems = problems;
  }

  /** Checks a parameter that has {@code @In}. */
  void check(Element parameter) {
    AnnotationMirror in = Annotations.find(parameter, Annotations.IN);
    Element method = parameter.getEnclosingElement();
    AnnotationMirror node = Annotations.find(method, Annotations.NODE);
    if (in == null || node == null || Annotations.value(in, "key") == null) {
      return;
    }
    if (CachePolicy.of(Annotations.constant(node, "cache")) == CachePolicy.NEVER) {
      String shown =
          TypeReader.classRef((TypeElement) method.getEnclosingElement()).nestedName()
              + "#"
              + method.getSimpleName();
      problems.add(
          Message.KEY_POLICY,
          signatures.origin(parameter, in, Annotations.value(in, "key"), shown),
          shown,
          parameter.getSimpleName(),
          Annotations.constant(in, "key"));
    }
  }
}
