/**
 * The fourth stage: a sound graph to an order of steps, as pure data. What runs once and what runs
 * for each item is decided here, and where the twin stands in.
 *
 * <pre>
 *   ExecutionPlan
 *     Step.Call    a node
 *     Step.Use     a nested use, with a Region: its values, its steps, those that vary by item
 * </pre>
 */
@NullMarked
package dev.millrace.processor.plan;

import org.jspecify.annotations.NullMarked;
