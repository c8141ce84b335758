package dev.millrace.processor.model;

import java.util.Optional;

/**
 * What a node reads: a parameter, or the receiver of an instance method.
 *
 * @param name the output or input it is wired to
 * @param parameter its own name in the source
 * @param type the parameter's type
 * @param readAs the type it is wired as: the parameter's, but for a variant, which is called only
 *     with what it takes
 * @param meantAsInput whether it says {@code @Input}
 * @param defaultValue what it is where the input is left out, as written in the annotation
 * @param keying what is said of its place in keys
 */
public record Port(
    String name,
    String parameter,
    TypeRef type,
    TypeRef readAs,
    boolean meantAsInput,
    Optional<String> defaultValue,
    Keying keying,
    Origin origin) {

  /** Returns the port wired as another type. */
  public Port wiredAs(TypeRef other) {
    return new Port(name, parameter, type, other, meantAsInput, defaultValue, keying, origin);
  }
}
