package dev.millrace.processor.model;

/**
 * What {@code @Stateful} says: that instances of a class or interface are resources.
 *
 * @param type what it stands on
 * @param perWorker whether an instance serves one thread at a time
 * @param maxInstances how many are open at most, of those that serve one thread; 0 for no limit
 * @param device the device that an instance occupies, or empty
 */
public record Stateful(ClassRef type, boolean perWorker, int maxInstances, String device) {}
