package dev.millrace.processor.collect;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * What names mean in a method, as far as its file, its classes and the classes that they name say;
 * what is in doubt means nothing.
 */
final class JavacScope {
  private final Elements elements;
  private final Members members;
  private final CompilationUnitTree file;
  private final Locals locals = new Locals();
  private final List<TypeElement> around = new ArrayList<>();

  JavacScope(Elements elements, Members members, TreePath path, ExecutableElement method) {
    this.elements = elements;
    this.members = members;
    this.file = path.getCompilationUnit();
    locals.scan(path.getLeaf(), null);
    for (Element each = method.getEnclosingElement();
        each instanceof TypeElement type;
        each = each.getEnclosingElement()) {
      around.add(type);
    }
  }

  /** Returns the class in which the method stands. */
  TypeElement home() {
    return around.get(0);
  }

  /** Returns whether the method declares a variable of that name. */
  boolean declaresVariable(String name) {
    return locals.variables.containsKey(name);
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
          ? members.type(outer.get(), select.getIdentifier().toString())
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
    return declaresVariable(name) || field(name).isPresent();
  }

  private Optional<TypeElement> simpleType(String name) {
    if (isVariable(name) || locals.classes.contains(name)) {
      return Optional.empty();
    }
    for (TypeElement outer : around) {
      Optional<TypeElement> found =
          outer.getSimpleName().contentEquals(name)
              ? Optional.of(outer)
              : members.type(outer, name);
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
    String home = elements.getPackageOf(home()).getQualifiedName().toString();
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
    return members.field(owner, name);
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
        || around.stream().anyMatch(each -> members.hasMethod(each, name));
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
}
