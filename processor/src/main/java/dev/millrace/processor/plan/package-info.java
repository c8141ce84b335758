/**
 * The fourth stage: a sound graph to an order of steps, as pure data. What runs once and what runs
 * for each item is decided here, and where the twin stands in. The processor calls {@link
 * dev.millrace.processor.plan.Planner}; generators and pictures read what it gives.
 *
 * <pre>
 *   Graph -> Planner, RegionPlanner -> ExecutionPlan
 *     Step.Call        a node
 *     Step.Component   a component of a record that a node returned
 *     Step.Choice      one of several variants' values
 *     Step.Use         a nested use, with a Region: its values, its steps, those that vary by item
 *
 *   steps -> Reach      by which ways a value is needed
 *   steps -> LastReads  after which step nobody reads it
 * </pre>
 */
@NullMarked
package dev.millrace.processor.plan;

import org.jspecify.annotations.NullMarked;
