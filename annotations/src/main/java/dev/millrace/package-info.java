/**
 * The annotations of Millrace: what a developer writes.
 *
 * <pre>
 *   {@literal @}Node      a method about one item: an output, named after the method
 *   {@literal @}Batch     its twin over many items: an overload with lists
 *   {@literal @}Pipeline  an interface that lists the classes whose nodes it wires
 *   {@literal @}Nested    a use of other nodes inside a pipeline, with {@literal @}Each over a list
 *   {@literal @}CacheKey  the method that gives a type's key for a cache
 * </pre>
 *
 * <p>Nothing here is read at run time: the processor turns it into plain Java.
 */
package dev.millrace;
