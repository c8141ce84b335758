/** The smallest pipelines: two nodes, a generic one that is used twice, and a page that is read. */
package dev.millrace.samples.textstats;
