package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.View;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Webroot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The certificates that certbot is to renew on a host: one file each, with sections in sections.
record Renewals(View view, Process nginx, Draft draft) {
  private static final String FOLDER = "/etc/letsencrypt/renewal";
  private static final Pattern AUTHENTICATOR =
      Pattern.compile("(?m)^[ \\t]*authenticator[ \\t]*=[ \\t]*webroot[ \\t]*$");
  private static final Pattern MAP = Pattern.compile("(?m)^[ \\t]*\\[\\[webroot_map\\]\\][ \\t]*$");
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^[ \\t]*([\\w.*-]+)[ \\t]*=[ \\t]*(/[^\\s,]*)|^[ \\t]*\\[");

  void add() {
    for (String name : view.list(FOLDER).names()) {
      if (name.endsWith(".conf")
          && view.file(Paths.resolve(FOLDER, name)) instanceof View.Found.Present(var file, var _)
          && AUTHENTICATOR.matcher(file.text()).find()) {
        read(file);
      }
    }
  }

  private void read(SourceFile file) {
    Matcher map = MAP.matcher(file.text());
    Map<String, List<String>> names = new LinkedHashMap<>();
    int first = map.find() ? map.end() : file.text().length();
    Matcher entry = ENTRY.matcher(file.text());
    int at = first;
    while (entry.find(at) && entry.group(1) != null) {
      names.computeIfAbsent(entry.group(2), _ -> new ArrayList<>()).add(entry.group(1));
      at = entry.end();
    }
    names.forEach(
        (path, all) -> {
          int start = file.text().indexOf(path, first);
          draft.add(new Webroot(nginx, file.span(start, start + path.length()), path, all));
        });
  }
}
