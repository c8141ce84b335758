/**
 * A plan as text for others to read: tools, and people.
 *
 * <pre>
 *   ExecutionPlan -> PlanJson                          everything
 *   ExecutionPlan -> Drawing -> PlanMermaid, PlanDot   boxes and arrows
 *   ExecutionPlan -> PlanSummary                       one line
 * </pre>
 */
@NullMarked
package dev.millrace.processor.picture;

import org.jspecify.annotations.NullMarked;
