package dev.nginxlint.rehearsal.generated;

import java.util.LinkedHashMap;
import java.util.Map;

/// Values for the `{names}` in templates.
record Filled(Map<String, String> values) {
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
