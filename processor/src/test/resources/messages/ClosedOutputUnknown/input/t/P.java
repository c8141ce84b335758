package t;

import dev.millrace.Pipeline;

@Pipeline(value = Nodes.class, outputs = {"cuont", "nothing", "count"})
interface P {}
