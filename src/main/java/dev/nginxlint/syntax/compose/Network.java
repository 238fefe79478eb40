package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import java.util.Optional;

/// A network of a project.
///
/// @param key its key under `networks`
/// @param name its name in Docker, if the file gives one
/// @param external whether it is somebody else's, so that containers outside the project may be on
///   it
/// @param internal whether nothing outside Docker can be reached from it, nor reaches it
/// @param ipv6 whether containers on it have IPv6 addresses, where the file says
public record Network(
    Sourced<String> key,
    Optional<Text> name,
    boolean external,
    boolean internal,
    Optional<Text> driver,
    Optional<Sourced<Boolean>> ipv6) {}
