package t;

import dev.millrace.Pipeline;

@Pipeline(Nobody.class)
interface Q {}
