package dev.millrace.samples.textstats;

import dev.millrace.Pipeline;

/** A text's heading; how it comes about is nobody else's business. */
@Pipeline(
    value = ShorteningNodes.class,
    inputs = {"text", "shortening", "letters"},
    outputs = "heading")
public interface Heading {}
