/** The smallest pipeline: two nodes. */
package dev.millrace.samples.textstats;
