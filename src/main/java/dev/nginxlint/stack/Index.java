package dev.nginxlint.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What goes by which key, in the order in which it came.
public final class Index<K, V> {
  private final Map<K, List<V>> groups = new HashMap<>();

  /// Each value under each of its keys.
  public static <K, V> Index<K, V> of(
      Collection<V> values, Function<V, ? extends Collection<K>> keys) {
    Index<K, V> index = new Index<>();
    for (V value : values) {
      for (K key : Set.copyOf(keys.apply(value))) {
        index.groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
      }
    }
    return index;
  }

  /// All that goes by a key.
  public List<V> all(K key) {
    return groups.getOrDefault(key, List.of());
  }

  /// The first that goes by a key.
  public Optional<V> first(K key) {
    return all(key).stream().findFirst();
  }
}
