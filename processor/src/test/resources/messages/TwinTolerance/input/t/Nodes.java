package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import dev.millrace.Tolerance;
import java.util.List;

final class Nodes {
  @Node
  static double half0(double number) {
    return number / 2;
  }

  @Batch(tolerance = @Tolerance(ulps = 4, cosine = 0.9))
  static List<Double> half0(List<Double> numbers) {
    return numbers.stream().map(each -> each / 2).toList();
  }

  @Node
  static double half1(double number) {
    return number / 2;
  }

  @Batch(tolerance = @Tolerance(ulps = -1))
  static List<Double> half1(List<Double> numbers) {
    return numbers.stream().map(each -> each / 2).toList();
  }

  @Node
  static double half2(double number) {
    return number / 2;
  }

  @Batch(tolerance = @Tolerance(ulps = 2000000))
  static List<Double> half2(List<Double> numbers) {
    return numbers.stream().map(each -> each / 2).toList();
  }

  @Node
  static double half3(double number) {
    return number / 2;
  }

  @Batch(tolerance = @Tolerance(cosine = 1.5))
  static List<Double> half3(List<Double> numbers) {
    return numbers.stream().map(each -> each / 2).toList();
  }

  @Node
  static double half4(double number) {
    return number / 2;
  }

  @Batch(tolerance = @Tolerance(cosine = -0.5))
  static List<Double> half4(List<Double> numbers) {
    return numbers.stream().map(each -> each / 2).toList();
  }

  @Node
  static double half5(double number) {
    return number / 2;
  }

  @Batch(tolerance = @Tolerance(cosine = Double.NaN))
  static List<Double> half5(List<Double> numbers) {
    return numbers.stream().map(each -> each / 2).toList();
  }
}
