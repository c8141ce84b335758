package dev.millrace.processor.validate;

import dev.millrace.processor.model.KeyPolicy;
import dev.millrace.processor.model.KeyShape.None;
import dev.millrace.processor.model.KeyTypes;
import dev.millrace.processor.model.ResourceModel;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;

/** A resource that has no key, because an argument of its constructor has none. */
public final class ResourceKeyRule {
  private ResourceKeyRule() {}

  /** Adds a warning for each argument without an encoding. */
  public static void check(ResourceModel resource, KeyTypes keys, Problems problems) {
    for (ResourceModel.Parameter each : resource.parameters()) {
      if (each.keying().policy() == KeyPolicy.AUTO
          && keys.shape(each.type(), each.keying().paths()) instanceof None none) {
        problems.add(
            Message.NOT_CACHED,
            each.origin(),
            resource.stateful().type().nestedName(),
            each.name(),
            none);
      }
    }
  }
}
