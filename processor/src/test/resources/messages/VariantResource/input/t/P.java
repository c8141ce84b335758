package t;

import dev.millrace.Pipeline;

@Pipeline(Nodes.class)
interface P {}
