package dev.millrace.runtime.cache.code;

import java.util.List;

/**
 * A method's code without what the compiler chose: two bodies with equal tokens and equal refs do
 * the same if their refs do.
 *
 * @param tokens the instructions; a mark stands for each ref
 * @param refs what the marks stand for, in their order
 */
record Body(byte[] tokens, List<Ref> refs) {}
