package u;

import dev.millrace.Pipeline;

@Pipeline(t.Nodes.class)
interface P {}
