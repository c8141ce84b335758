/**
 * How results are written down and read back. Generated code puts a codec together for each type
 * that a cached node returns.
 *
 * <pre>
 *   value --Codec--> BlobOut --> | header | body | rows, rows ... |  --> BlobIn --Codec--> value
 *                                                  64-byte aligned, read where they lie
 * </pre>
 *
 * <p>There is one format, little-endian, whoever gave the memory. Rows of embeddings lie behind all
 * else, those of one width together: what is read back are handles on the blob's own memory, which
 * is a mapped file perhaps. A codec's schema is part of what a key is made of, so that nothing is
 * ever read by another codec than the one that has written it.
 *
 * <p>Codecs of a user's records and sealed types are generated, as a {@code RecordCodec} or {@code
 * OneOfCodec} each. Lists, sets and maps that are read cannot be changed, unless they are declared
 * as a class that can.
 *
 * <pre>
 *   NoBlobException        a value that is not stored: it is null, too deep, too large
 *   DamagedBlobException   bytes that are no value: a miss
 * </pre>
 *
 * <p>What is too large for a blob, or is to be opened and not read, has a {@link
 * dev.millrace.runtime.spi.codec.FolderCodec} instead and is a folder of files.
 *
 * <p>This package is for generated code, for the cache, and for who writes a folder codec.
 */
@NullMarked
package dev.millrace.runtime.spi.codec;

import org.jspecify.annotations.NullMarked;
