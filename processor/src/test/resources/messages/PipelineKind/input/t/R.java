package t;

import dev.millrace.Pipeline;

@Pipeline(Nodes.class)
record R(int x) {}
