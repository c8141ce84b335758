package t;

import dev.millrace.Pipeline;

@Pipeline({Nodes.class, P.class})
interface P {}
