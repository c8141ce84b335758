package t;

import dev.millrace.Pipeline;
import t.other.Nodes;

@Pipeline(Nodes.class)
interface P {}
