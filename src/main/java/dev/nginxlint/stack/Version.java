package dev.nginxlint.stack;

import java.util.Optional;

/// A version of up to three numbers, as far as it is told: `nginx:1.25` says no third.
public record Version(int major, int minor, int patch) implements Comparable<Version> {
  /// The version at the start of a text like `1.22.1-9+deb12u3`; empty if it does not start with
  /// one.
  public static Optional<Version> parse(String text) {
    int[] numbers = {0, 0, 0};
    int at = 0;
    int count = 0;
    while (count < 3 && at < text.length() && Character.isDigit(text.charAt(at))) {
      int end = at;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      if (end - at > 6) {
        return Optional.empty();
      }
      numbers[count++] = Integer.parseInt(text.substring(at, end));
      at = end < text.length() && text.charAt(end) == '.' ? end + 1 : text.length();
    }
    return count < 2
        ? Optional.empty()
        : Optional.of(new Version(numbers[0], numbers[1], numbers[2]));
  }

  /// Whether it is this version or a later one.
  public boolean atLeast(int otherMajor, int otherMinor, int otherPatch) {
    return compareTo(new Version(otherMajor, otherMinor, otherPatch)) >= 0;
  }

  @Override
  public int compareTo(Version other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = Integer.compare(minor, other.minor);
    return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
