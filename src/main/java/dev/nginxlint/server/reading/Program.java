package dev.nginxlint.server.reading;

import dev.nginxlint.server.Launched;
import java.util.List;

/// A program of the catalogue, and what follows from starting it.
public interface Program {
  /// The names it is started by, without their directory: `gunicorn`, `php-fpm*`, and for a Python
  /// program the module too.
  List<String> names();

  /// What a command that names it starts.
  Launched read(Invocation call);
}
