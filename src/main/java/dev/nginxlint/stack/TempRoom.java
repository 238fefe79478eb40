package dev.nginxlint.stack;

import dev.nginxlint.source.Span;

/// nginx puts the bodies of requests into a directory that has little room.
///
/// @param path the directory
/// @param room how many bytes it can hold
public record TempRoom(Process process, Span at, String path, long room) implements Remark.Apart {}
