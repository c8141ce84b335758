/** The smallest pipelines: two nodes, and a generic one that is used twice. */
package dev.millrace.samples.textstats;
