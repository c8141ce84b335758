package dev.millrace.processor.validate;

import dev.millrace.processor.model.Member;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import java.util.HashMap;
import java.util.Map;

/** Two producers of one name: said on the second. */
final class DuplicateOutputRule implements GraphRule {
  @Override
  public boolean holdsForParts() {
    return true;
  }

  @Override
  public void check(Graph graph, Problems problems) {
    Map<String, Member> first = new HashMap<>();
    for (Member member : graph.declared()) {
      Member other = first.putIfAbsent(member.output(), member);
      if (other != null && !graph.bound().containsKey(member.output())) {
        problems.add(
            Message.DUPLICATE_OUTPUT,
            member.origin(),
            member.told(),
            other.display(),
            member.display());
      }
    }
  }
}
