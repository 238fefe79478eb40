package dev.nginxlint.stack;

import dev.nginxlint.source.Span;

/// A location of an nginx in a container serves the files of a directory that nothing puts there.
///
/// @param path the directory
/// @param location the beginning of the paths that are asked for
public record FilesAbsent(Process process, Span at, String path, String location)
    implements Remark.Apart {}
