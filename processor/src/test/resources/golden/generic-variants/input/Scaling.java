package scaling;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** A generic sealed type chooses: known in one place, and in another what the use says. */
@Pipeline
interface Scaling {
  sealed interface Scale<T> permits Log, Steps, Whole {}

  record Log<T>(T base) implements Scale<T> {}

  /** A middle that is abstract, and has a variable of its own. */
  sealed interface Steps<A, B> extends Scale<A> permits Few, Many {}

  record Few<A>(A only) implements Steps<A, String> {}

  record Many<A, B>(A first, B rest) implements Steps<A, B> {}

  /** Never a {@code Scale<Double>}: it needs no variant there. */
  record Whole(int by) implements Scale<Integer> {}

  @Node
  static String shown(Log<Double> scale, double value) {
    return "log " + scale.base() + " of " + value;
  }

  @Node
  static String shown(Steps<Double, ?> scale) {
    return "steps";
  }

  sealed interface Choice<T> permits One, All {}

  record One<T>(T only) implements Choice<T> {}

  record All<T>(List<T> some) implements Choice<T> {}

  @Nested(value = Nodes.class, output = "list")
  List<Integer> once(@As("choice") Choice<Integer> chosen);

  @Nested(value = Nodes.class, output = "list", flatten = true)
  List<String> many(@Each("choice") List<Choice<String>> choices);

  final class Nodes {
    private Nodes() {}

    @Node
    static <T> List<T> list(One<T> choice) {
      return List.of(choice.only());
    }

    /** The same, though its variable is called otherwise. */
    @Node
    static <E> List<E> list(All<E> choice) {
      return choice.some();
    }
  }
}
