package t;

import dev.millrace.Pipeline;

@Pipeline
interface P {}
