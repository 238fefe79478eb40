package dev.nginxlint.rule;

import dev.nginxlint.stack.Stack;
import java.util.List;

/// One fault that can be seen in a stack; the class is named for its slug.
public interface Rule {
  /// What is wrong in a stack, in the order of the stack.
  List<Finding> check(Stack stack);

  /// The name of the fault: the class name in lower case with hyphens.
  default String slug() {
    StringBuilder slug = new StringBuilder();
    for (char c : getClass().getSimpleName().toCharArray()) {
      if (Character.isUpperCase(c) && !slug.isEmpty()) {
        slug.append('-');
      }
      slug.append(Character.toLowerCase(c));
    }
    return slug.toString();
  }
}
