/**
 * The annotation processor. Data flows one way, a package a stage:
 *
 * <pre>
 *   collect -> model -> resolve -> validate -> plan -> generate
 * </pre>
 */
@NullMarked
package dev.millrace.processor;

import org.jspecify.annotations.NullMarked;
