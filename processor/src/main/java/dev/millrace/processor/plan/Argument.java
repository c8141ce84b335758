package dev.millrace.processor.plan;

import dev.millrace.processor.model.Lift;
import dev.millrace.processor.model.TypeRef;

/**
 * A value handed to a call.
 *
 * @param name the value's name in its scope
 * @param given the value's type there
 * @param wanted the parameter's type
 * @param lift what takes the value, opened if it is a resource that is held, to the parameter,
 *     before a cast
 */
public record Argument(String name, TypeRef given, TypeRef wanted, Lift lift) {}
