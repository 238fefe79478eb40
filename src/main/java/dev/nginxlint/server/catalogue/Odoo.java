package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.IniSettings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.syntax.ini.IniDialect;
import java.util.List;
import java.util.function.Supplier;

/// Odoo: the command line goes before the file; the port for WebSocket and long polling is open
/// with workers only (`odoo/tools/config.py`, `odoo/service/server.py`).
final class Odoo implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -c --config FILE
          -p --http-port PORT
          --xmlrpc-port PORT
          --http-interface HOST
          --xmlrpc-interface HOST
          --gevent-port PORT
          --longpolling-port PORT
          --no-http
          --no-xmlrpc
          --proxy-mode
          --workers N
          -d --database NAME
          -i --init MODULES
          -u --update MODULES
          --without-demo MODULES
          --addons-path DIRS
          -D --data-dir DIR
          -r --db_user NAME
          -w --db_password PASSWORD
          --db_host HOST
          --db_port PORT
          --db-filter PATTERN
          --load MODULES
          --logfile FILE
          --log-level LEVEL
          --log-handler HANDLER
          --syslog
          --pidfile FILE
          --dev MODE
          --limit-time-cpu SECONDS
          --limit-time-real SECONDS
          --limit-memory-soft BYTES
          --limit-memory-hard BYTES
          --limit-request N
          --max-cron-threads N
          -s --save
          --stop-after-init
          --version
          -h --help
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     0.0.0.0
          localhost  127.0.0.1
          """);

  @Override
  public List<String> names() {
    return List.of("odoo", "odoo-bin", "openerp-server");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Setting command = line.operand(0);
    boolean serves = command instanceof Setting.Absent || command.is("server");
    if (!serves || line.has("--stop-after-init") || line.has("--version") || line.has("--help")) {
      return Launched.NOTHING;
    }
    IniSettings file =
        IniSettings.of(
            call,
            line.last("--config").or(() -> call.filled("ODOO_RC")),
            IniDialect.SUPERVISOR,
            "the .odoorc of its user is not read");
    Serving serving = new Serving("odoo", call);
    if (line.has("--no-http")
        || line.has("--no-xmlrpc")
        || off(file.get("options", "http_enable"))) {
      return serving.launched();
    }
    Setting host =
        either(line, "--http-interface", "--xmlrpc-interface")
            .or(() -> either(file, "http_interface", "xmlrpc_interface"));
    Setting port =
        either(line, "--http-port", "--xmlrpc-port")
            .or(() -> either(file, "http_port", "xmlrpc_port"));
    serving.listen(HOSTS, Protocol.HTTP, none(host), "", none(port), 8069);
    Setting workers = line.last("--workers").or(() -> file.get("options", "workers"));
    switch (none(workers)) {
      case Setting.Absent() -> {}
      case Setting.Unknown(String why) -> serving.unknown(why);
      case Setting.Value(var count) -> {
        if (!count.value().equals("0")) {
          Setting polled =
              either(line, "--gevent-port", "--longpolling-port")
                  .or(() -> either(file, "gevent_port", "longpolling_port"));
          serving.listen(HOSTS, Protocol.HTTP, none(host), "", none(polled), 8072);
        }
      }
    }
    return serving.launched();
  }

  private static boolean off(Setting setting) {
    return setting.value().filter(text -> text.value().matches("(?i)false|0|no")).isPresent();
  }

  /// `False` and `None` in the file stand for nothing.
  private static Setting none(Setting setting) {
    return setting.is("False") || setting.is("None") ? new Setting.Absent() : setting;
  }

  private static Setting either(Given line, String name, String old) {
    return line.last(name).or(() -> line.last(old));
  }

  private static Setting either(IniSettings file, String name, String old) {
    Supplier<Setting> older = () -> file.get("options", old);
    return file.get("options", name).or(older);
  }
}
