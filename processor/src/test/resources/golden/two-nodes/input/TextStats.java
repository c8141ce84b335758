package stats;

import dev.millrace.Pipeline;

@Pipeline(TextNodes.class)
public interface TextStats {}
