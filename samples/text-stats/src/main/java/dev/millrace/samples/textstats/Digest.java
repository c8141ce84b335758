package dev.millrace.samples.textstats;

import dev.millrace.Pipeline;

/** A page, read and summed up. */
@Pipeline(DigestNodes.class)
public interface Digest {}
