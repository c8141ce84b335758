/**
 * The second stage: members to a graph. It always succeeds: what is missing becomes a vertex, and
 * saying so is left to the rules.
 */
@NullMarked
package dev.millrace.processor.resolve;

import org.jspecify.annotations.NullMarked;
