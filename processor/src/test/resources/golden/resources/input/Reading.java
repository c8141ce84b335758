package handles;

import dev.millrace.Pipeline;

@Pipeline({Encoder.class, Parts.Parser.class})
interface Reading {}
