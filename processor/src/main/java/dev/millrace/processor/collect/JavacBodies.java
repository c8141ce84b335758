package dev.millrace.processor.collect;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Reads bodies through javac's tree API, {@code com.sun.source}: public and supported, but javac's
 * alone. Nothing but this and {@link JavacScope} touches it, and what is generated never depends on
 * it.
 *
 * <p>The trees are as they were parsed. Asking the compiler what their names mean would make it
 * check the body before what it needs has been generated, so the scope looks names up itself, and
 * what is in doubt counts as not mentioned.
 */
final class JavacBodies implements Bodies {
  private final Trees trees;
  private final Elements elements;
  private final Members members;

  /**
   * @throws IllegalArgumentException if the environment is not javac's own
   * @throws LinkageError if there is no such API
   */
  JavacBodies(ProcessingEnvironment environment) {
    this.trees = Trees.instance(environment);
    this.elements = environment.getElementUtils();
    this.members = new Members(elements);
  }

  @Override
  public List<Mention> mentions(ExecutableElement method) {
    TreePath path = trees.getPath(method);
    if (path == null || !(path.getLeaf() instanceof MethodTree tree)) {
      return List.of();
    }
    Reader reader = new Reader(new JavacScope(elements, members, path, method));
    reader.scan(tree.getBody(), null);
    return reader.found;
  }

  /** Collects what a body mentions. */
  private static final class Reader extends TreeScanner<Void, Void> {
    final List<Mention> found = new ArrayList<>();
    private final JavacScope scope;

    Reader(JavacScope scope) {
      this.scope = scope;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      List<String> arguments = call.getArguments().stream().map(scope::argument).toList();
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        String method = select.getIdentifier().toString();
        scope.type(select.getExpression()).ifPresent(owner -> add(owner, method, arguments));
      } else if (call.getMethodSelect() instanceof IdentifierTree name) {
        String method = name.getName().toString();
        if (!scope.declaresMethod(method)) {
          scope.statics(method).forEach(owner -> add(owner, method, arguments));
        }
        scan(call.getArguments(), nothing); // the name is a method's, not a field's
        return null;
      }
      return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
      List<String> arguments = made.getArguments().stream().map(scope::argument).toList();
      scope.type(made.getIdentifier()).ifPresent(owner -> add(owner, "new", arguments));
      return super.visitNewClass(made, nothing);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
      String method =
          reference.getMode() == MemberReferenceTree.ReferenceMode.NEW
              ? "new"
              : reference.getName().toString();
      scope
          .type(reference.getQualifierExpression())
          .ifPresent(owner -> add(owner, method, List.of()));
      return super.visitMemberReference(reference, nothing);
    }

    @Override
    public Void visitIdentifier(IdentifierTree name, Void nothing) {
      String field = name.getName().toString();
      if (!scope.declaresVariable(field)) {
        scope.field(field).map(Mention.Field::new).ifPresent(found::add);
      }
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
      String name = select.getIdentifier().toString();
      Optional<TypeElement> owner =
          select.getExpression().toString().equals("this")
              ? Optional.of(scope.home())
              : scope.type(select.getExpression());
      owner.flatMap(type -> scope.field(type, name)).map(Mention.Field::new).ifPresent(found::add);
      return super.visitMemberSelect(select, nothing);
    }

    /** What is only written is not read. */
    @Override
    public Void visitAssignment(AssignmentTree assignment, Void nothing) {
      ExpressionTree target = assignment.getVariable();
      if (target instanceof MemberSelectTree select) {
        scan(select.getExpression(), nothing);
      } else if (!(target instanceof IdentifierTree)) {
        scan(target, nothing);
      }
      return scan(assignment.getExpression(), nothing);
    }

    private void add(TypeElement owner, String method, List<String> arguments) {
      found.add(new Mention.Call(owner.getQualifiedName().toString(), method, arguments));
    }
  }
}
