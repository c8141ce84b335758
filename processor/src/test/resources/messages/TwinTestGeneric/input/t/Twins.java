package t;

import dev.millrace.TwinTest;

@TwinTest(Nodes.class)
final class Twins {}
