package dev.nginxlint.lower;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Load;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the kernel lets a process have, against what that is told to take.
///
/// @param queue how many connections may wait on a socket: `net.core.somaxconn`
/// @param memory how much memory all of its processes may take, in bytes
/// @param setting the name of what says so: `mem_limit`
public record Ceiling(
    Optional<Effective<Integer>> queue, Optional<Sourced<Long>> memory, String setting) {
  /// What a kernel of version 5.4 or later starts every network with; the earlier ones had 128.
  public static final Effective<Integer> USUAL_QUEUE = new Effective.Default<>(4096, "Linux");

  private static final Pattern HEAP =
      Pattern.compile("-Xmx(\\d{1,9})([kKmMgG]?)|--max[-_]old[-_]space[-_]size=(\\d{1,9})");

  /// The setting of the kernel in the files of a host.
  public static Optional<Effective<Integer>> queue(Sysctl kernel) {
    return kernel.number("net.core.somaxconn");
  }

  /// Remarks if a process wants longer queues than the kernel gives it, for all of its sockets or
  /// for one.
  public Set<Remark> queued(Process process, List<Listener> listeners) {
    Stream<Effective<Integer>> queues =
        Stream.concat(
            process.limits().backlog().stream(),
            listeners.stream().flatMap(listener -> listener.bind().backlog().stream()));
    Set<Remark> remarks = new LinkedHashSet<>();
    queues
        .filter(length -> queue.filter(most -> length.value() > most.value()).isPresent())
        .forEach(
            length ->
                length
                    .written()
                    .map(at -> new Remark.QueueCut(process, at, length.value(), queue.get()))
                    .ifPresent(remarks::add));
    return remarks;
  }

  /// A remark if one request may take more than there is.
  public Optional<Remark> served(Process process) {
    Optional<Load.Memory> own = process.limits().load().memory();
    return memory
        .filter(most -> own.filter(o -> o.size().value() > most.value()).isPresent())
        .flatMap(
            most ->
                own.get()
                    .size()
                    .written()
                    .map(
                        at ->
                            new Remark.MemoryOver(
                                process,
                                at,
                                own.get().option(),
                                own.get().size().value(),
                                most,
                                setting)));
  }

  /// A remark if the heap that a text gives to Java or Node is all that there is, or more.
  public Optional<Remark> heap(Process process, Text text) {
    Matcher heap = HEAP.matcher(text.value());
    if (memory.isEmpty() || !heap.find()) {
      return Optional.empty();
    }
    boolean java = heap.group(1) != null;
    long size =
        java
            ? Long.parseLong(heap.group(1)) << shift(heap.group(2))
            : Long.parseLong(heap.group(3)) << 20;
    return size < memory.get().value()
        ? Optional.empty()
        : Optional.of(
            new Remark.MemoryOver(
                process,
                text.span(heap.start(), heap.end()),
                java ? "-Xmx" : "--max-old-space-size",
                size,
                memory.get(),
                setting));
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "k", "K" -> 10;
      case "m", "M" -> 20;
      case "g", "G" -> 30;
      default -> 0;
    };
  }
}
