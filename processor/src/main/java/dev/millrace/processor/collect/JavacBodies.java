package dev.millrace.processor.collect;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * Reads bodies through javac's tree API, {@code com.sun.source}: public and supported, but javac's
 * alone. Nothing else touches it, and what is generated never depends on it.
 *
 * <p>The trees are as they were parsed. Asking the compiler what their names mean would make it
 * check the body before what it needs has been generated, so names are looked up here, and what is
 * in doubt counts as not mentioned.
 */
final class JavacBodies implements Bodies {
  private final Trees trees;
  private final Elements elements;
  private final Map<TypeElement, Members> members = new HashMap<>();

  /**
   * @throws IllegalArgumentException if the environment is not javac's own
   * @throws LinkageError if there is no such API
   */
  JavacBodies(ProcessingEnvironment environment) {
    this.trees = Trees.instance(environment);
    this.elements = environment.getElementUtils();
  }

  @Override
  public List<Mention> mentions(ExecutableElement method) {
    TreePath path = trees.getPath(method);
    if (path == null || !(path.getLeaf() instanceof MethodTree tree)) {
      return List.of();
    }
    Locals locals = new Locals();
    locals.scan(tree, null);
    Scope scope = new Scope(path.getCompilationUnit(), method, locals);
    Reader reader = new Reader(scope);
    reader.scan(tree.getBody(), null);
    return reader.found;
  }

  /** The members of a class, inherited ones too, by name. */
  private record Members(
      Map<String, VariableElement> fields, Map<String, TypeElement> types, Set<String> methods) {}

  private Members members(TypeElement type) {
    return members.computeIfAbsent(
        type,
        owner -> {
          Members read = new Members(new HashMap<>(), new HashMap<>(), new HashSet<>());
          for (Element each : elements.getAllMembers(owner)) {
            String name = each.getSimpleName().toString();
            if (each.getKind() == ElementKind.FIELD) {
              read.fields.put(name, (VariableElement) each);
            } else if (each instanceof TypeElement nested) {
              read.types.put(name, nested);
            } else if (each.getKind() == ElementKind.METHOD) {
              read.methods.add(name);
            }
          }
          return read;
        });
  }

  /** The names that a method declares itself, anywhere: they hide others. */
  private static final class Locals extends TreeScanner<Void, Void> {
    final Map<String, Optional<Tree>> variables = new HashMap<>();
    final Set<String> classes = new HashSet<>();
    final Set<String> methods = new HashSet<>();

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
      variables.put(variable.getName().toString(), Optional.ofNullable(variable.getType()));
      return super.visitVariable(variable, nothing);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      classes.add(type.getSimpleName().toString());
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      methods.add(method.getName().toString());
      return super.visitMethod(method, nothing);
    }
  }

  /** What names mean in a method. */
  private final class Scope {
    private final CompilationUnitTree file;
    private final Locals locals;
    private final List<TypeElement> around = new ArrayList<>();

    Scope(CompilationUnitTree file, ExecutableElement method, Locals locals) {
      this.file = file;
      this.locals = locals;
      for (Element each = method.getEnclosingElement();
          each instanceof TypeElement type;
          each = each.getEnclosingElement()) {
        around.add(type);
      }
    }

    /** Returns the class that an expression names. */
    Optional<TypeElement> type(Tree tree) {
      if (tree instanceof ParameterizedTypeTree generic) {
        return type(generic.getType());
      }
      if (tree instanceof IdentifierTree name) {
        return simpleType(name.getName().toString());
      }
      if (tree instanceof MemberSelectTree select) {
        Optional<TypeElement> outer = type(select.getExpression());
        return outer.isPresent()
            ? member(outer.get(), select.getIdentifier().toString())
            : isVariable(head(select))
                ? Optional.empty()
                : Optional.ofNullable(elements.getTypeElement(select.toString()));
      }
      return Optional.empty();
    }

    private static String head(MemberSelectTree select) {
      Tree first = select.getExpression();
      while (first instanceof MemberSelectTree next) {
        first = next.getExpression();
      }
      return first.toString();
    }

    private boolean isVariable(String name) {
      return locals.variables.containsKey(name) || field(name).isPresent();
    }

    private Optional<TypeElement> simpleType(String name) {
      if (isVariable(name) || locals.classes.contains(name)) {
        return Optional.empty();
      }
      for (TypeElement outer : around) {
        Optional<TypeElement> found =
            outer.getSimpleName().contentEquals(name) ? Optional.of(outer) : member(outer, name);
        if (found.isPresent()) {
          return found;
        }
      }
      String dotted = "." + name;
      return Stream.of(
              imports(false).filter(each -> each.endsWith(dotted)),
              Stream.of(inPackage(name)),
              imports(false).filter(each -> each.endsWith(".*")).map(each -> in(each, name)),
              Stream.of("java.lang." + name))
          .flatMap(names -> names)
          .map(elements::getTypeElement)
          .filter(found -> found != null)
          .findFirst();
    }

    private String inPackage(String name) {
      String home = elements.getPackageOf(around.get(0)).getQualifiedName().toString();
      return home.isEmpty() ? name : home + "." + name;
    }

    private static String in(String onDemand, String name) {
      return onDemand.substring(0, onDemand.length() - 1) + name;
    }

    private Stream<String> imports(boolean ofStatics) {
      return file.getImports().stream()
          .map(each -> (ImportTree) each)
          .filter(each -> each.isStatic() == ofStatics)
          .map(each -> each.getQualifiedIdentifier().toString());
    }

    private Optional<TypeElement> member(TypeElement owner, String name) {
      return Optional.ofNullable(members(owner).types.get(name));
    }

    /** Returns the field that a simple name means where no local variable has it. */
    Optional<VariableElement> field(String name) {
      for (TypeElement outer : around) {
        Optional<VariableElement> found = field(outer, name);
        if (found.isPresent()) {
          return found;
        }
      }
      return statics(name).flatMap(owner -> field(owner, name).stream()).findFirst();
    }

    Optional<VariableElement> field(TypeElement owner, String name) {
      return Optional.ofNullable(members(owner).fields.get(name));
    }

    /** Returns the classes from which a name is imported as a static member. */
    Stream<TypeElement> statics(String name) {
      return imports(true)
          .filter(each -> each.endsWith(".*") || each.endsWith("." + name))
          .map(each -> elements.getTypeElement(each.substring(0, each.lastIndexOf('.'))))
          .filter(owner -> owner != null);
    }

    /** Returns whether a method of that name is declared where the body can call it simply. */
    boolean declaresMethod(String name) {
      return locals.methods.contains(name)
          || around.stream().anyMatch(each -> members(each).methods.contains(name));
    }

    /** Returns the name of an argument's class where it is plain to see, else nothing. */
    String argument(ExpressionTree tree) {
      Tree shown = tree;
      if (tree instanceof IdentifierTree name) {
        shown =
            locals.variables.getOrDefault(name.getName().toString(), Optional.empty()).orElse(tree);
      } else if (tree instanceof NewClassTree made) {
        shown = made.getIdentifier();
      } else if (tree instanceof MemberSelectTree constant) {
        shown = constant.getExpression();
      } else if (tree instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof MemberSelectTree factory) {
        shown = factory.getExpression();
      }
      return type(shown).map(each -> each.getQualifiedName().toString()).orElse("");
    }
  }

  /** Collects what a body mentions. */
  private static final class Reader extends TreeScanner<Void, Void> {
    final List<Mention> found = new ArrayList<>();
    private final Scope scope;

    Reader(Scope scope) {
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
      if (!scope.locals.variables.containsKey(field)) {
        scope.field(field).map(Mention.Field::new).ifPresent(found::add);
      }
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
      String name = select.getIdentifier().toString();
      Optional<TypeElement> owner =
          select.getExpression().toString().equals("this")
              ? Optional.of(scope.around.get(0))
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
