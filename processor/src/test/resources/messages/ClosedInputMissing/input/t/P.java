package t;

import dev.millrace.Pipeline;

@Pipeline(value = Nodes.class, inputs = {"text", "leats"}, outputs = {"count", "shout"})
interface P {}
