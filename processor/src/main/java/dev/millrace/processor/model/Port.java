package dev.millrace.processor.model;

/**
 * What a node reads: a parameter, or the receiver of an instance method.
 *
 * @param name the output or input it is wired to
 * @param parameter its own name in the source
 * @param meantAsInput whether it says {@code @Input}
 */
public record Port(
    String name, String parameter, TypeRef type, boolean meantAsInput, Origin origin) {}
