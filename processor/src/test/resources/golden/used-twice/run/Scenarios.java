package twice;

import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object all() {
    PagesPipeline pipeline = PagesPipeline.builder().build();
    var given =
        PagesPipeline.given()
            .text(" t ")
            .heading(" An old Mill ")
            .content(" by a river ")
            .lines(List.of("one two", " three "))
            .least(3)
            .shortest(4);
    var outputs = pipeline.run(given);
    return List.of(
        outputs.cleaned(),
        outputs.title(),
        outputs.body(),
        outputs.titleWords(),
        outputs.bodySizes(),
        outputs.page());
  }
}
