package dev.millrace.samples.textstats;

import dev.millrace.Pipeline;

/** A pipeline: {@code richness} needs {@code words}, and {@code words} needs {@code text}. */
@Pipeline(TextNodes.class)
public interface TextStats {}
