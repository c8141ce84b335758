package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.Keying;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the methods of a class that are nodes. */
final class NodeReader {
  private final SignatureReader signatures;
  private final Problems problems;
  private final NameRule names;
  private final TraitsReader traits;
  private final DefaultReader defaults;
  private final AloneReader alones;

  NodeReader(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.problems = problems;
    this.names = new NameRule(problems);
    this.traits = new TraitsReader(signatures, problems);
    this.defaults = new DefaultReader(signatures, problems);
    this.alones = new AloneReader(signatures, problems);
  }

  /** Returns the nodes of the class in the order of their declaration; broken ones are left out. */
  List<NodeModel> read(TypeElement owner) {
    List<NodeModel> nodes = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      AnnotationMirror node = Annotations.find(method, Annotations.NODE);
      if (node != null || BatchReader.isAlone(method)) {
        read(owner, method, node).ifPresent(nodes::add);
      }
    }
    return nodes;
  }

  private Optional<NodeModel> read(
      TypeElement owner, ExecutableElement method, @Nullable AnnotationMirror node) {
    String display = SignatureReader.display(owner, method);
    ElementOrigin origin = signatures.origin(method, display);
    if (node != null && Annotations.has(method, Annotations.BATCH)) {
      problems.add(Message.NODE_AND_BATCH, origin, display);
      return Optional.empty();
    }
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      problems.add(Message.NODE_PRIVATE, origin, display);
      return Optional.empty();
    }
    if (!ownerFits(owner, method, display, origin)) {
      return Optional.empty();
    }
    Optional<SignatureReader.Signature> read = signatures.read(owner, method);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    SignatureReader.Signature signature = read.get();
    display = signature.method().toString();
    Optional<AloneReader.OneItem> alone = Optional.empty();
    if (node == null) {
      alone = alones.read(method, signature);
      if (alone.isEmpty()) {
        return Optional.empty();
      }
    }
    TypeRef result = alone.map(AloneReader.OneItem::result).orElse(signature.result());
    if (result.boxed().equals(TypeRef.Primitive.VOID.boxed())) {
      problems.add(Message.NODE_VOID, origin, display);
      return Optional.empty();
    }
    Delivered delivered = Delivered.of(result);
    if (delivered.delivery() == Delivery.VALUE && signatures.types().isAsync(result)) {
      problems.add(Message.NODE_ASYNC, origin, display, result);
      return Optional.empty();
    }
    if (delivered.isVoid()) {
      problems.add(Message.NODE_VOID, origin, display);
      return Optional.empty();
    }
    if (delivered.isTwice() || signature.result().isNullable() && !delivered.isPlain()) {
      problems.add(Message.TYPE_UNSUPPORTED, origin, display, signature.result());
      return Optional.empty();
    }
    String given = Annotations.string(node, "value");
    String output = given.isEmpty() ? signature.method().name() : given;
    String other = node == null ? output + "OfEach" : "@Node(\"" + output + "Of\")";
    if (!names.checkOutput(output, other, origin)) {
      return Optional.empty();
    }
    boolean returnsStage =
        alone.map(each -> each.twin().delivery()).orElse(delivered.delivery()) == Delivery.STAGE;
    Optional<Traits> how = traits.read(method, node, delivered, returnsStage, display);
    ElementOrigin place = signatures.origin(method, display);
    List<TypeRef> types = alone.map(AloneReader.OneItem::types).orElse(signature.method().types());
    Optional<List<Port>> ports = ports(owner, method, signature, types);
    if (ports.isEmpty() || how.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new NodeModel(
            output,
            output,
            signature.method(),
            signature.variables().all(),
            ports.get(),
            delivered.type(),
            signature.thrown(),
            alone.map(AloneReader.OneItem::twin),
            alone.isPresent(),
            when(method),
            Annotations.has(method, Annotations.SPLIT),
            how.get(),
            place));
  }

  private static Optional<String> when(ExecutableElement method) {
    return Optional.ofNullable(Annotations.find(method, Annotations.WHEN))
        .map(when -> Annotations.string(when, "value"));
  }

  /** An instance method needs an instance that somebody can make and hand over. */
  private boolean ownerFits(
      TypeElement owner, ExecutableElement method, String display, ElementOrigin origin) {
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return true;
    }
    boolean isInterface = owner.getKind().isInterface();
    boolean isOpen = isInterface || owner.getModifiers().contains(Modifier.ABSTRACT);
    if (isOpen && !signatures.isResource(owner)) {
      problems.add(
          Message.NODE_OWNER,
          origin,
          display,
          isInterface ? "the interface" : "the abstract class",
          owner.getSimpleName(),
          owner.getSimpleName());
      return false;
    }
    return true;
  }

  /**
   * @param types what the parameters are read as, for one item
   */
  private Optional<List<Port>> ports(
      TypeElement owner,
      ExecutableElement method,
      SignatureReader.Signature signature,
      List<TypeRef> types) {
    List<Port> ports = new ArrayList<>();
    boolean sound = true;
    if (!signature.method().isStatic()) {
      Port receiver = receiver(owner, method, signature);
      sound =
          names.checkInput(
              receiver.name(),
              "a class called " + owner.getSimpleName() + "Of",
              (ElementOrigin) receiver.origin());
      ports.add(receiver);
    }
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      String own = signature.names().get(i);
      String wired = wired(parameter, own);
      ElementOrigin origin =
          signatures.origin(parameter, signature.method() + ", parameter \"" + own + "\"");
      String how = Annotations.has(parameter, Annotations.EACH) ? "Each" : "In";
      sound &= names.checkInput(wired, "@" + how + "(\"" + wired + "Of\")", origin);
      ports.add(
          new Port(
              wired,
              own,
              types.get(i),
              types.get(i),
              Annotations.has(parameter, Annotations.INPUT),
              defaults.read(parameter, types.get(i), origin.text()),
              KeyingReader.of(parameter),
              origin));
    }
    return sound ? Optional.of(ports) : Optional.empty();
  }

  private static String wired(VariableElement parameter, String own) {
    String each = Annotations.string(Annotations.find(parameter, Annotations.EACH), "value");
    AnnotationMirror in = Annotations.find(parameter, Annotations.IN);
    boolean renames = in != null && Annotations.value(in, "value") != null;
    return !each.isEmpty() ? each : renames ? Annotations.string(in, "value") : own;
  }

  private Port receiver(
      TypeElement owner, ExecutableElement method, SignatureReader.Signature signature) {
    ClassRef type = TypeReader.classRef(owner);
    String simple = type.simpleName();
    String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    ElementOrigin origin = signatures.origin(method, signature.method() + ", its receiver");
    TypeRef receiver = new TypeRef.Declared(type, signature.variables().receiverArguments());
    return new Port(name, name, receiver, receiver, false, Optional.empty(), Keying.PLAIN, origin);
  }
}
