package t;

import dev.millrace.Pipeline;

@Pipeline({t.lib.Nodes.class, t.lib.Bare.class})
interface P {}
