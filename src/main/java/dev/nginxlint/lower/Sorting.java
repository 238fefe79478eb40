package dev.nginxlint.lower;

import dev.nginxlint.link.Part;
import dev.nginxlint.source.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Parts by the deployments that somebody says they are of.
final class Sorting {
  private final List<Stack> stacks;
  private final List<Part> others = new ArrayList<>();

  /// @param named the files of each deployment
  Sorting(List<Selection> named) {
    this.stacks = named.stream().map(files -> new Stack(files, new ArrayList<>())).toList();
  }

  private record Stack(Selection files, List<Part> parts) {}

  /// What makes the parts of some files.
  interface Maker {
    /// The parts of the files that are not passed over.
    List<Part> parts(Predicate<String> passed);
  }

  /// Adds a part to every deployment that has one of its files.
  ///
  /// @param files their names, as people are shown them
  void add(Part part, List<String> files) {
    List<Stack> its =
        stacks.stream().filter(s -> files.stream().anyMatch(s.files()::holds)).toList();
    its.forEach(stack -> stack.parts().add(part));
    if (its.isEmpty()) {
      others.add(part);
    }
  }

  /// Adds the parts of each deployment's own files, and those of the files that are of none.
  void addEach(Maker maker) {
    stacks.forEach(stack -> stack.parts().addAll(maker.parts(file -> !stack.files().holds(file))));
    others.addAll(
        maker.parts(file -> stacks.stream().anyMatch(stack -> stack.files().holds(file))));
  }

  /// The parts of each deployment.
  List<List<Part>> stacks() {
    return stacks.stream().map(Stack::parts).toList();
  }

  /// The parts that nobody says anything of.
  List<Part> others() {
    return others;
  }
}
