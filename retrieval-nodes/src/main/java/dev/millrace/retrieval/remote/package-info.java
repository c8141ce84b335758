/**
 * Collections that lie elsewhere, over HTTP.
 *
 * <pre>
 *   RemoteCorpus   corpusUri -> passages
 *
 *   RemoteCorpusException   StatusException    the answer was no, and will be
 *     (an IOException)      BusyException      not now
 *                           TooLargeException  more than there is room for
 * </pre>
 */
@NullMarked
package dev.millrace.retrieval.remote;

import org.jspecify.annotations.NullMarked;
