package dev.nginxlint.stack;

import dev.nginxlint.source.Span;

/// A directory that something makes before or while the processes of a place run.
///
/// @param maker what makes it: `RuntimeDirectory= of app.service`, `tmpfiles.d`
/// @param owner whose it is and who may enter
public record Directory(Place place, String path, String maker, SocketFile owner, Span at) {}
