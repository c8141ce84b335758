/**
 * What the compiler notes beside classes of nodes and beside pipelines, because class files lose
 * it: the names of parameters. Written and read by the processor alone.
 */
package dev.millrace.index;
