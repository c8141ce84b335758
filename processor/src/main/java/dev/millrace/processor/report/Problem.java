package dev.millrace.processor.report;

import dev.millrace.processor.model.Origin;

/**
 * Something that is wrong, or looks so, and where.
 *
 * @param text the message as it is printed, code first
 */
public record Problem(Message message, Origin origin, String text) {

  /** Returns the problem with the message's text filled in. */
  public static Problem of(Message message, Origin origin, Object... values) {
    return new Problem(message, origin, message.format(values));
  }
}
