package dev.nginxlint.server.image;

import dev.nginxlint.source.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A table whose rows are for images: the first cell of each is what the image is called.
final class ImageTable {
  /// By what stands before a slash in the first cell, or by all of it.
  private final Map<String, List<String>> lines = new HashMap<>();

  /// The table of a name that lies beside the classes.
  ImageTable(String name) {
    for (String line : Resource.lines(ImageTable.class, name)) {
      if (line.isBlank()) {
        continue;
      }
      int tab = line.indexOf('\t');
      String image = tab < 0 ? line : line.substring(0, tab);
      int slash = image.indexOf('/');
      String key = slash < 0 ? image : image.substring(0, slash + 1);
      lines.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
    }
  }

  /// The rows that are for an image, in their order.
  List<List<String>> of(Reference image) {
    String path = image.path();
    int slash = path.lastIndexOf('/');
    String owner = path.substring(path.lastIndexOf('/', slash - 1) + 1, slash + 1);
    return Stream.of(path.substring(slash + 1), owner)
        .flatMap(key -> lines.getOrDefault(key, List.of()).stream())
        .map(Resource::cells)
        .filter(row -> image.isCalled(row.getFirst()))
        .toList();
  }
}
