package dev.millrace.runtime;

/** Says that a pipeline was closed, so that nothing of it can be used any more. */
public final class PipelineClosedException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for a pipeline. */
  public PipelineClosedException(String pipeline) {
    super(pipeline + " is closed; build another one, or close it after its last run");
  }
}
