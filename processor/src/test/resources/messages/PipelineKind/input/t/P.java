package t;

import dev.millrace.Pipeline;

@Pipeline(Nodes.class)
final class P {}
