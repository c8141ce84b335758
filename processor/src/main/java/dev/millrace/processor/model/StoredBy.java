package dev.millrace.processor.model;

/**
 * What a node says stores its results.
 *
 * @param by the class
 * @param isFolder whether that stores into a folder
 */
public record StoredBy(ClassRef by, boolean isFolder) {}
