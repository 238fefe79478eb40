package dev.nginxlint.rehearsal.generated;

import java.util.LinkedHashMap;
import java.util.Map;

/// Values for the `{names}` in templates.
record Filled(Map<String, String> values) {
  /// What is known of a server with a name.
  static Filled of(String name, Bind bind) {
    Filled filled = new Filled(Map.of("name", name));
    return switch (bind) {
      case Bind.Inet inet ->
          filled
              .with("address", inet.address())
              .with("bracketed", inet.address().replaceFirst(":\\d+$", ""))
              .with("host", inet.host())
              .with("port", String.valueOf(inet.port()))
              .with("stream", inet.host().isEmpty() ? "" + inet.port() : inet.address());
      case Bind.Unix(String path, String _) ->
          filled.with("path", filled.in(path)).with("stream", filled.in(path));
    };
  }

  Filled with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Filled(more);
  }

  String in(String template) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }
}
