package dev.millrace.processor.collect;

import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Reads {@code @Batch} methods that are nodes by themselves. */
final class AloneReader {
  private final SignatureReader signatures;
  private final BatchReader batches;
  private final Problems problems;

  AloneReader(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.batches = new BatchReader(signatures, problems);
    this.problems = problems;
  }

  /**
   * What the method would be for one item.
   *
   * @param types of its parameters
   */
  record OneItem(List<TypeRef> types, TypeRef result, Twin twin) {}

  /** Returns what the method is for one item, or nothing once it was reported why it is not. */
  Optional<OneItem> read(ExecutableElement method, SignatureReader.Signature batch) {
    String display = batch.method().toString();
    ElementOrigin origin = signatures.origin(method, display);
    List<TypeRef> types = new ArrayList<>(batch.method().types());
    List<Boolean> mapped = new ArrayList<>();
    boolean sound = true;
    for (int i = 0; i < types.size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      mapped.add(Annotations.has(parameter, Annotations.EACH));
      if (mapped.get(i)) {
        TypeRef item = Many.item(types.get(i));
        if (item == null) {
          String name = batch.names().get(i);
          String place = display + ", parameter \"" + name + "\"";
          problems.add(
              Message.TWIN_EACH_TYPE,
              signatures.origin(parameter, place),
              display,
              name,
              types.get(i));
          sound = false;
        } else {
          types.set(i, item);
        }
      }
    }
    Delivered delivered = Delivered.of(batch.result());
    boolean isPlain =
        delivered.delivery() == Delivery.VALUE || delivered.delivery() == Delivery.STAGE;
    TypeRef result = isPlain ? Many.item(delivered.type()) : null;
    if (result == null || Delivered.of(result).delivery() != Delivery.VALUE) {
      problems.add(Message.TWIN_RESULT, origin, display, batch.result());
      return Optional.empty();
    }
    if (!sound) {
      return Optional.empty();
    }
    return batches
        .read(method, display, types.get(mapped.indexOf(true)), true)
        .map(
            says ->
                new OneItem(
                    types,
                    result,
                    new Twin(
                        batch.method(),
                        mapped,
                        batch.variables().own(),
                        batch.thrown(),
                        delivered.delivery(),
                        says.limits(),
                        says.invariant(),
                        says.tolerance(),
                        origin)));
  }
}
