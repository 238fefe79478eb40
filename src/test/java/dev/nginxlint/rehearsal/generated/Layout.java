package dev.nginxlint.rehearsal.generated;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Into which files the lines of a site and of a unit are written.
final class Layout {
  private static final Pattern UPSTREAM = Pattern.compile("(?s)(upstream .*?\n}\n)(.*)");
  private static final Pattern LOCATION =
      Pattern.compile("(?s)(.* {4}location \\S+ \\{\n)(.*)( {4}}\n}\n)");
  private static final Pattern STARTED = Pattern.compile("(?m)^ExecStart=.*\n");

  private final Dice dice;
  private final String name;
  private final Map<String, String> files;

  /// @param name what the files of a site and of a unit are called
  Layout(Dice dice, String name, Map<String, String> files) {
    this.dice = dice;
    this.name = name;
    this.files = files;
  }

  /// Writes some of the lines elsewhere, which changes nothing.
  void spread() {
    switch (dice.of(List.of(0, 0, 0, 0, 0, 1, 2, 3, 4))) {
      case 1 -> upstream();
      case 2 -> location();
      case 3 -> files.computeIfPresent(site(), (_, text) -> text.replace("\n", "\r\n"));
      case 4 -> dropIn();
      default -> {}
    }
  }

  private String site() {
    return "etc/nginx/sites-enabled/" + name;
  }

  private void upstream() {
    Matcher parts = UPSTREAM.matcher(files.get(site()));
    if (parts.matches()) {
      files.put("etc/nginx/conf.d/" + name + ".conf", parts.group(1));
      files.put(site(), parts.group(2).strip() + "\n");
    }
  }

  private void location() {
    Matcher parts = LOCATION.matcher(files.get(site()));
    if (parts.matches()) {
      files.put("etc/nginx/snippets/" + name, parts.group(2));
      files.put(
          site(), parts.group(1) + "        include snippets/" + name + ";\n" + parts.group(3));
    }
  }

  private void dropIn() {
    String unit = "etc/systemd/system/" + name + ".service";
    Matcher started = STARTED.matcher(files.getOrDefault(unit, ""));
    if (started.find()) {
      files.put(unit + ".d/override.conf", "[Service]\nExecStart=\n" + started.group());
      files.put(unit, started.replaceFirst("ExecStart=/bin/false\n"));
    }
  }
}
