package dev.millrace.processor.model;

/**
 * An output that is a component of a record that another member produces.
 *
 * @param record the name of the record's value
 * @param recordType the record
 * @param accessor the component's name
 */
public record ComponentModel(
    String output,
    String record,
    TypeRef recordType,
    String accessor,
    TypeRef result,
    String display,
    Origin origin)
    implements Member {}
