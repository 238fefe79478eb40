package dev.nginxlint.lower.host;

import dev.nginxlint.syntax.unit.UnitName;

/// A unit that starts with another one, by a link in its `.wants/` or `.requires/` directory.
///
/// @param unit what is started, its instance included
/// @param by what it starts with, mostly `multi-user.target`
/// @param path the link
public record Wanted(UnitName unit, UnitName by, String path) {}
