package dev.nginxlint.rehearsal.generated;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What is drawn by lot: the same for the same seed, on every machine.
final class Dice {
  private final RandomGenerator random;

  Dice(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// Whether something happens that happens so many times in a hundred.
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// One of some, each as likely as the others.
  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
