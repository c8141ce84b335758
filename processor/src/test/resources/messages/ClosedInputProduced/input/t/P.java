package t;

import dev.millrace.Pipeline;

@Pipeline(
    value = Nodes.class,
    inputs = {"text", "least", "tokens"},
    outputs = "count")
interface P {}
