package t;

import dev.millrace.Pipeline;

@Pipeline(
    value = Nodes.class,
    inputs = {"text", "least", "text"},
    outputs = {"count", "count"})
interface P {}
