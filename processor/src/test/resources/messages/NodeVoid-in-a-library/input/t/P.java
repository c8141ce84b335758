package t;

import dev.millrace.Pipeline;

@Pipeline(t.lib.Nodes.class)
interface P {}
