package t;

import dev.millrace.Pipeline;

@Pipeline(
    value = Nodes.class,
    inputs = {"text", "least", "title", "leest"},
    outputs = "count")
interface P {}
