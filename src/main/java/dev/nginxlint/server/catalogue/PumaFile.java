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
    return switch (config) {
      case Setting.Unknown(String why) -> file(call, new Surroundings.Lookup.Unseen(why));
      case Setting.Value(Text text) ->
          text.value().equals("-")
              ? file(call, new Surroundings.Lookup.Absent())
              : file(call, call.file(text.value())).at(text.value());
      case Setting.Absent() -> {
        String name = environment(call, environment).value().map(Text::value).orElse("development");
        String path = "config/puma/%s.rb".formatted(name);
        Surroundings.Lookup own = call.file(path);
        yield own instanceof Surroundings.Lookup.Present
            ? file(call, own).at(path)
            : file(call, call.file("config/puma.rb")).at("config/puma.rb");
      }
    };
  }

  private static CodeSettings file(Invocation call, Surroundings.Lookup file) {
    return CodeSettings.of(call, file, Statement.Form.CALLED);
  }

  /// The environment that a Ruby application runs in.
  static Setting environment(Invocation call, Setting option) {
    return option
        .or(() -> call.filled("APP_ENV"))
        .or(() -> call.filled("RACK_ENV"))
        .or(() -> call.filled("RAILS_ENV"));
  }
}
