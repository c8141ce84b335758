package rivers;

import dev.millrace.Pipeline;

/** A hundred nodes, of thirty inputs and ten outputs. */
@Pipeline(
    value = {
      AareNodes.class,
      ElbeNodes.class,
      InnNodes.class,
      LechNodes.class,
      MainNodes.class,
      NeckarNodes.class,
      OderNodes.class,
      RhineNodes.class,
      SaaleNodes.class,
      WeserNodes.class
    },
    inputs = {
      "aareLevels", "aareLimit", "aareWidth",
      "elbeLevels", "elbeLimit", "elbeWidth",
      "innLevels", "innLimit", "innWidth",
      "lechLevels", "lechLimit", "lechWidth",
      "mainLevels", "mainLimit", "mainWidth",
      "neckarLevels", "neckarLimit", "neckarWidth",
      "oderLevels", "oderLimit", "oderWidth",
      "rhineLevels", "rhineLimit", "rhineWidth",
      "saaleLevels", "saaleLimit", "saaleWidth",
      "weserLevels", "weserLimit", "weserWidth"
    },
    outputs = {
      "aareReport", "elbeReport", "innReport", "lechReport", "mainReport",
      "neckarReport", "oderReport", "rhineReport", "saaleReport", "weserReport"
    })
interface Rivers {}
