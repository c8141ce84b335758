package resources;

import dev.millrace.Pipeline;

@Pipeline({Encoder.class, Parts.Parser.class})
interface Reading {}
