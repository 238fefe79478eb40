package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;

/// A here-document: `<<NAME` on the line of an instruction and the lines below, up to the name.
///
/// @param name the name without quotes; for COPY, the file's name
/// @param content the lines, leading tabs gone if it was `<<-`
/// @param substituted whether variables in it are filled in, which quotes around the name prevent
public record Heredoc(Sourced<String> name, Text content, boolean substituted) {}
