/**
 * What slabs are made of: who gives their memory, where it waits to be used again, and which are
 * still open. Internal: {@code Slab}, {@code SlabPool} and {@code Slabs} in the package above are
 * what users see of it.
 *
 * <pre>
 *   Slab -> Allocator: DirectAllocator | ChronicleAllocator     a ByteBuffer
 *   SlabPool -> MemoryPool -> Allocator                         a ByteBuffer, again and again
 * </pre>
 *
 * <p>Nobody here ever unmaps memory. It belongs to the {@link java.nio.ByteBuffer}, whoever made
 * it, and the collector frees it once neither the buffer nor a view of it can be reached. So what
 * comes too late can be an exception, but not a crash.
 */
@NullMarked
package dev.millrace.runtime.memory;

import org.jspecify.annotations.NullMarked;
