package dev.nginxlint.cli;

import dev.nginxlint.rules.Rules;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The JSON schema of a `.nginx-lint.yaml`, for editors.
final class SettingsSchema {
  private SettingsSchema() {}

  /// The schema.
  static String json() {
    return """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": ".nginx-lint.yaml",
      "description": "The settings of nginx-lint",
      "type": ["object", "null"],
      "additionalProperties": false,
      "properties": {
    %s
      },
      "$defs": {
        "rule": {
          "enum": [
    %s
          ]
        }
      }
    }
    """
        .formatted(
            Arrays.stream(SettingsKey.values())
                .map(SettingsSchema::property)
                .collect(Collectors.joining(",\n")),
            Rules.slugs().stream()
                .sorted()
                .map(slug -> "          \"" + slug + "\"")
                .collect(Collectors.joining(",\n")));
  }

  private static String property(SettingsKey key) {
    return """
        "%s": {
          "description": "%s",
    %s
        }\
    """
        .formatted(key.written(), key.what(), indented(content(key)));
  }

  private static String content(SettingsKey key) {
    return switch (key) {
      case RULES ->
          """
          "type": "object",
          "propertyNames": { "$ref": "#/$defs/rule" },
          "additionalProperties": { "enum": %s }\
          """
              .formatted(list(Arrays.stream(Level.values()).map(Level::written)));
      case IGNORE ->
          """
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": %s,
            "properties": {
              "path": {
                "description": "Files or folders, * for any name and ** for any folders.",
                "type": "string",
                "pattern": "\\\\S"
              },
              "rules": {
                "oneOf": [
                  { "$ref": "#/$defs/rule" },
                  { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/rule" } }
                ]
              },
              "reason": {
                "description": "Why not.",
                "type": "string",
                "pattern": "\\\\S"
              }
            }
          }\
          """
              .formatted(list(SettingsReader.PARDON));
      case EXTERNALS ->
          """
          "type": "array",
          "items": { "type": "string", "pattern": "%s" }\
          """
              .formatted(ExternalReader.FORM.replace("\\", "\\\\"));
      case STACKS ->
          """
          "type": "array",
          "items": {
            "type": "array",
            "minItems": 1,
            "items": { "type": "string", "pattern": "\\\\S" }
          }\
          """;
      case NGINX ->
          """
          "type": "string",
          "pattern": "%s\"\
          """
              .formatted(SettingsReader.VERSION.replace("\\", "\\\\"));
      case SYSTEMD ->
          """
          "type": "integer",
          "minimum": 10,
          "maximum": 9999\
          """;
      case HOST ->
          """
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "nginx": {
              "description": "The file that nginx reads first.",
              "type": "string",
              "pattern": "^/"
            },
            "projects": {
              "description": "Folders that hold compose projects.",
              "type": "array",
              "items": { "type": "string", "pattern": "^/" }
            }
          }\
          """;
    };
  }

  private static String list(Stream<String> words) {
    return words.map(word -> "\"" + word + "\"").collect(Collectors.joining(", ", "[", "]"));
  }

  private static String list(Collection<String> words) {
    return list(words.stream());
  }

  private static String indented(String text) {
    return text.lines().map(line -> "      " + line).collect(Collectors.joining("\n"));
  }
}
