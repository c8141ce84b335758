package rivers;

import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object all() {
    var inputs =
        RiversPipeline.inputs()
            .aareLevels(List.of(0, 2))
            .aareLimit(9)
            .aareWidth(0.5)
            .elbeLevels(List.of(1, 3))
            .elbeLimit(9)
            .elbeWidth(1.5)
            .innLevels(List.of(2, 4))
            .innLimit(9)
            .innWidth(2.5)
            .lechLevels(List.of(3, 5))
            .lechLimit(9)
            .lechWidth(3.5)
            .mainLevels(List.of(4, 6))
            .mainLimit(9)
            .mainWidth(4.5)
            .neckarLevels(List.of(5, 7))
            .neckarLimit(9)
            .neckarWidth(5.5)
            .oderLevels(List.of(6, 8))
            .oderLimit(9)
            .oderWidth(6.5)
            .rhineLevels(List.of(7, 9))
            .rhineLimit(9)
            .rhineWidth(7.5)
            .saaleLevels(List.of(8, 10))
            .saaleLimit(9)
            .saaleWidth(8.5)
            .weserLevels(List.of(9, 11))
            .weserLimit(9)
            .weserWidth(9.5);
    try (RiversPipeline pipeline = RiversPipeline.builder().build()) {
      var outputs = pipeline.run(inputs);
      return List.of(
          outputs.aareReport(),
          outputs.rhineReport(),
          outputs.weserReport(),
          pipeline.elbeReport(inputs.elbeLimit(0)));
    }
  }
}
