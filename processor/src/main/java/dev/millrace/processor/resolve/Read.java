package dev.millrace.processor.resolve;

import dev.millrace.processor.model.Origin;
import dev.millrace.processor.model.TypeRef;
import java.util.Optional;

/**
 * One reading of a name.
 *
 * @param reader the output that is computed from it
 * @param display the method that reads it, as messages show it
 * @param inner its name inside a nested use; the same as the name for a node
 * @param meantAsInput whether it says that it is an input
 * @param defaultValue what it is where nothing gives it
 */
public record Read(
    String name,
    TypeRef type,
    String reader,
    String display,
    String inner,
    boolean meantAsInput,
    Optional<String> defaultValue,
    Origin origin) {}
