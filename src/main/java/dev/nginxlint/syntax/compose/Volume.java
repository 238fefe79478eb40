package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import java.util.Optional;

/// A named volume of a project.
///
/// @param key its key under `volumes`
/// @param name its name in Docker, if the file gives one
/// @param external whether somebody else makes it
/// @param bound the directory of the host that it stands for (`driver_opts` with `o: bind`)
public record Volume(
    Sourced<String> key, Optional<Text> name, boolean external, Optional<FilePath> bound) {}
