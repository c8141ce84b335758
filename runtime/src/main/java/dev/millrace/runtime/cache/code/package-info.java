/**
 * What code is, for the cache: a digest of all that a node's method can run, read from class files.
 *
 * <pre>
 *   a class of the application       CodeHash            one for each class loader and jar
 *   and a method of a node   -----&gt;     |
 *                                    Closure             what is reached, in the order it is met
 *                                   /   |    \
 *                          Hierarchy  Labels  Scope      where calls end | names | whose code it is
 *                                   \        /     \
 *                                  ClassFiles      Roots, Jars, Artifact    class path | libraries
 *                                       |
 *                                   ClassFile            one class file, and in it
 *                                       |
 *                             Bodies, Locals, Types      what compilers choose is left out
 *                                       |
 *                                  CodeAccount           the digest and what it is made of
 * </pre>
 *
 * <p>The rule above all: what cannot be read makes a hash change too often, or makes it say that it
 * cannot be relied on; never the reverse. What is read, what is only named, and what is neither:
 * {@code docs/decisions/0019-what-code-is.md}.
 *
 * <p>Whoever makes keys of the cache may call it. It calls nobody, and alone reads class files.
 */
@NullMarked
package dev.millrace.runtime.cache.code;

import org.jspecify.annotations.NullMarked;
