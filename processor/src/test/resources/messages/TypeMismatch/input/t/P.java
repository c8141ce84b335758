package t;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline(TypeMismatches.class)
interface P {
  @Nested(value = TypeMismatches.class, output = "twice")
  int nested(@As("count") String number);

  @Nested(value = TypeMismatches.class, output = "twice")
  List<Integer> mapped(@Each("count") List<Long> numbers);
}
