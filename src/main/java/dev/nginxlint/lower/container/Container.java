package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Ceiling;
import dev.nginxlint.lower.View;
import dev.nginxlint.server.image.Reference;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Process.Stop;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A container before it is known what runs in it.
///
/// @param id unique in its stack
/// @param at where it is declared
/// @param place makes the place, once it is known why it is open
/// @param image the image of a registry that it stands on, if the files tell it
/// @param view its file tree
/// @param added the same without what that image brings along
/// @param user as whom it starts, if the files tell it
/// @param setting whether anything tells who runs beside it
/// @param start whether it comes up with the others
/// @param expected the ports that somebody expects a listener on
/// @param sealed what of its file tree can be written, if not all
/// @param rooms what is mounted into it
/// @param ceiling what the kernel lets it have
record Container(
    String id,
    String label,
    Span at,
    Function<Optional<String>, Place> place,
    Optional<Sourced<String>> image,
    ContainerCommand command,
    View view,
    View added,
    ContainerEnvironment environment,
    String workdir,
    Optional<Effective<String>> user,
    Optional<Stop> stop,
    List<Sourced<Integer>> expected,
    Setting setting,
    Start start,
    Optional<Sealed> sealed,
    List<Room> rooms,
    Ceiling ceiling) {
  /// How many bytes can be written below a path, if that is a file system in memory with a size.
  Optional<Sourced<Long>> room(String path) {
    return Paths.innermost(rooms.stream(), Room::path, path).flatMap(Room::size);
  }

  /// Something that is mounted, with its size if it has one.
  record Room(String path, Optional<Sourced<Long>> size) {}

  /// Whether it stands on an official image, of which it is known what is in it.
  boolean isOfficial(String name) {
    return image.filter(own -> Reference.parse(own.value()).isCalled(name)).isPresent();
  }

  /// A root file system that cannot be written.
  ///
  /// @param at what makes it so
  /// @param open the paths where something that can be written is mounted
  record Sealed(Span at, List<String> open) {
    Sealed {
      open = List.copyOf(open);
    }

    /// Whether a file can be made at a path.
    boolean lets(String path) {
      return open.stream().anyMatch(directory -> Paths.within(directory, path));
    }
  }

  /// What else is known of what runs beside it.
  enum Setting {
    /// A project says who shares its network.
    PROJECT,
    /// Only its image is known.
    ALONE
  }
}
