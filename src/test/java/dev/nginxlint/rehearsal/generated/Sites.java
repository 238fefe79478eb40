package dev.nginxlint.rehearsal.generated;

import java.util.List;
import java.util.Map;

/// How nginx is told whom to dial.
final class Sites {
  /// The block `http` and the block `location` of each form of pass.
  private record Pass(String outside, String inside) {}

  private static final String PARAMS = "include /etc/nginx/{protocol}_params;\n";

  private static final List<Pass> HTTP =
      List.of(
          new Pass("", "proxy_pass http://{dialled};"),
          new Pass("", "proxy_pass http://{dialled};"),
          new Pass("", "proxy_pass http://{dialled}{slash};"),
          new Pass("upstream {pool} {\n    server {dialled};\n}", "proxy_pass http://{pool};"),
          new Pass(
              "upstream {pool} {\n    server {dialled};\n    keepalive 8;\n}",
              """
              proxy_pass http://{pool};
              proxy_http_version 1.1;
              proxy_set_header Connection "";\
              """),
          new Pass(
              "upstream {pool} {\n    server {dead};\n    server {dialled};\n}",
              "proxy_pass http://{pool};"),
          new Pass(
              "upstream {pool} {\n    server {dead};\n    server {dialled} backup;\n}",
              "proxy_pass http://{pool};"),
          new Pass("", "set $backend {dialled};\nproxy_pass http://$backend;"),
          new Pass("", "set $backend http://{dialled};\nproxy_pass $backend;"));

  private static final List<Pass> OTHER =
      List.of(
          new Pass("", "{protocol}_pass {dialled};"),
          new Pass("", "{protocol}_pass {dialled};"),
          new Pass("upstream {pool} {\n    server {dialled};\n}", "{protocol}_pass {pool};"),
          new Pass("", "set $backend {dialled};\n{protocol}_pass $backend;"));

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "http",
          "",
          "uwsgi",
          PARAMS,
          "fastcgi",
          PARAMS + "fastcgi_param SCRIPT_FILENAME /var/www/html/index.php;\n");

  private Sites() {}

  /// The lines of a location that passes to an address or an upstream.
  static String to(String protocol, String target) {
    return PARAMETERS.get(protocol)
        + (protocol.equals("http") ? "proxy_pass http://" : protocol + "_pass ")
        + target
        + ";";
  }

  /// A site with one location that passes to an address.
  ///
  /// @param filled has `dialled`, `dead`, `pool` and `site`
  static String draw(Dice dice, String protocol, String location, Filled filled) {
    String dialled = filled.in("{dialled}");
    // A name in a variable needs a resolver, of which these have none.
    boolean name = !dialled.matches("unix:.*|[0-9.:\\[\\]]+");
    Pass pass =
        dice.of(
            (protocol.equals("http") ? HTTP : OTHER)
                .stream().filter(one -> !name || !one.inside().contains("$")).toList());
    String slash = dialled.startsWith("unix:") ? ":/" : "/";
    String inside = PARAMETERS.get(protocol) + pass.inside();
    String text =
        pass.outside()
            + "\nserver {\n    listen 80;\n    server_name {site}.test;\n    location "
            + location
            + " {\n"
            + inside.indent(8)
            + "    }\n}\n";
    return filled.with("slash", slash).with("protocol", protocol).in(text).strip() + "\n";
  }
}
