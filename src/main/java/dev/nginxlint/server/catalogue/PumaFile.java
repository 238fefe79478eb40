package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.CodeSettings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.literal.Statement;

/// The file that puma reads: the one it is told, or `config/puma/ENVIRONMENT.rb`, or
/// `config/puma.rb`.
final class PumaFile {
  private PumaFile() {}

  static CodeSettings of(Invocation call, Setting config, Setting environment) {
    return CodeSettings.of(call, lookup(call, config, environment), Statement.Form.CALLED);
  }

  private static Surroundings.Lookup lookup(Invocation call, Setting config, Setting environment) {
    return switch (config) {
      case Setting.Unknown(String why) -> new Surroundings.Lookup.Unseen(why);
      case Setting.Value(Text text) ->
          text.value().equals("-") ? new Surroundings.Lookup.Absent() : call.file(text.value());
      case Setting.Absent() -> {
        String name = environment(call, environment).value().map(Text::value).orElse("development");
        Surroundings.Lookup own = call.file("config/puma/%s.rb".formatted(name));
        yield own instanceof Surroundings.Lookup.Present ? own : call.file("config/puma.rb");
      }
    };
  }

  /// The environment that a Ruby application runs in.
  static Setting environment(Invocation call, Setting option) {
    return option
        .or(() -> call.filled("APP_ENV"))
        .or(() -> call.filled("RACK_ENV"))
        .or(() -> call.filled("RAILS_ENV"));
  }
}
