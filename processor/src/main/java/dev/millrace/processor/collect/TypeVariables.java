package dev.millrace.processor.collect;

import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeParameter;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The type variables that a signature may name.
 *
 * @param owners those of the class, of an instance method; one that the method hides by its own is
 *     called {@code Box.T}
 * @param own those of the method
 */
record TypeVariables(List<TypeParameter> owners, List<TypeParameter> own) {
  TypeVariables {
    owners = List.copyOf(owners);
    own = List.copyOf(own);
  }

  /** Returns all of them, the class's first. */
  List<TypeParameter> all() {
    List<TypeParameter> all = new ArrayList<>(owners);
    all.addAll(own);
    return all;
  }

  /** Returns the class's as the arguments of the receiver's type. */
  List<TypeRef> receiverArguments() {
    return owners.stream().<TypeRef>map(each -> new TypeRef.Variable(each.name())).toList();
  }

  /** Returns what renames these variables to others, by position; both have as many. */
  Substitution renamedTo(List<TypeParameter> others) {
    Map<String, TypeRef> names = new HashMap<>();
    List<TypeParameter> all = all();
    for (int i = 0; i < all.size(); i++) {
      names.put(all.get(i).name(), new TypeRef.Variable(others.get(i).name()));
    }
    return new Substitution(names);
  }
}
