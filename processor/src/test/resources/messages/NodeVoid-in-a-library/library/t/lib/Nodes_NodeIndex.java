package t.lib;

import dev.millrace.index.NodeIndex;

@NodeIndex(@NodeIndex.Entry(method = "count", types = "java.lang.String", names = "text"))
public final class Nodes_NodeIndex {}
