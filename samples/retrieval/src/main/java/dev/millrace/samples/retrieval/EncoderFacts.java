package dev.millrace.samples.retrieval;

/**
 * What a report says of an encoder, which is closed by then.
 *
 * @param id the model and how it is used
 * @param dim how many numbers a vector has
 */
public record EncoderFacts(String id, int dim) {}
