/**
 * What was declared, as data: nodes, twins, nested uses, pipelines and their types. Records without
 * a compiler behind them; an {@link Origin} says where in the source each comes from.
 */
@NullMarked
package dev.millrace.processor.model;

import org.jspecify.annotations.NullMarked;
