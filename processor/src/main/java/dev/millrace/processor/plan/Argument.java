package dev.millrace.processor.plan;

import dev.millrace.processor.model.TypeRef;

/**
 * A value handed to a call.
 *
 * @param name the value's name in its scope
 * @param given the value's type there
 * @param wanted the parameter's type
 */
public record Argument(String name, TypeRef given, TypeRef wanted) {}
