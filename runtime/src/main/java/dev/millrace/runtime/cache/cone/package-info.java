/**
 * What the keys of the cache are made of, but for what the values themselves are.
 *
 * <pre>
 *   text ----+                        cuts: their values are digested
 *            +--> hits --> fused      steps: what computes them is digested, once
 *   index ---+              |
 *                           +-- the cone of "fused": code(fused)(code(hits)(cut 0, cut 1))
 *
 *   key(fused) = SHA-256(the cone's digest, digest(text), digest(index)), cut to 128 bits
 * </pre>
 *
 * <p>This is what a recursion would come to that signs each step with its code and the signatures
 * of what it reads. That depends on nothing that changes from run to run but for the values at the
 * cuts, so it is done once, and a key takes one digest more.
 *
 * <p>Names are in no key, nor is the order of declarations: a step is what it computes.
 */
@NullMarked
package dev.millrace.runtime.cache.cone;

import org.jspecify.annotations.NullMarked;
