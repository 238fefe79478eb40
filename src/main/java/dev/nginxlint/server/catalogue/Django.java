package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// manage.py runserver; of the other commands that come with Django none listens.
final class Django implements Program {
  private static final Options OPTIONS =
      Options.argparse(
          """
          -6 --ipv6
          --noreload
          --nothreading
          --nostatic
          --insecure
          --noasgi
          --settings NAME
          --pythonpath DIR
          -v --verbosity N
          --traceback
          --no-color
          --force-color
          --skip-checks
          --cert-file --cert FILE
          --key-file FILE
          --reloader-interval N
          --threaded
          """);

  private static final Set<String> QUIET =
      Set.of(
          """
          check clearsessions collectstatic compilemessages compress createcachetable
          createsuperuser crontab db_worker dbshell diffsettings dumpdata ensure_superuser flush
          loaddata makemessages makemigrations migrate process_tasks qcluster
          rebuild_index remove_stale_contenttypes rqscheduler rqworker rundramatiq runworker
          send_queued_mail shell shell_plus showmigrations sqlmigrate test tailwind
          update_index wait_for_database wait_for_db celery beat
          """
              .split("\\s+"));

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[a-fA-F0-9:]+]"
              + "|[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)*):)?([0-9]+)");

  private static final Hosts HOSTS =
      Hosts.of(
          """
          ::         dual
          [::]       dual
          localhost  127.0.0.1
          """);

  private static final Hosts HOSTS_V6 =
      Hosts.of(
          """
          ::         dual
          [::]       dual
          localhost  ::1
          """);

  @Override
  public List<String> names() {
    return List.of("manage.py", "django-admin", "django-admin.py", "django");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    String command = line.operand(0).value().map(Text::value).orElse("");
    return switch (command) {
      case "runserver", "runserver_plus" -> runserver(call, line);
      case "run_gunicorn", "" -> Launched.unknown("what manage.py is to do is not known");
      default ->
          QUIET.contains(command)
              ? Launched.NOTHING
              : Launched.unknown("what `manage.py %s` does is in its code".formatted(command));
    };
  }

  private static Launched runserver(Invocation call, Given line) {
    Serving serving = new Serving("django", call).described("runserver", call.at());
    Protocol protocol = line.has("--cert-file") ? Protocol.HTTPS : Protocol.HTTP;
    boolean v6 = line.has("--ipv6");
    String usual = v6 ? "::1" : "127.0.0.1";
    Setting address = line.operand(1);
    switch (address) {
      case Setting.Value(Text text) -> {
        Matcher parts = ADDRESS.matcher(text);
        if (Hole.in(text)) {
          serving.unknown("part of the address it listens on is not known");
        } else if (parts.matches()) {
          String host = parts.group(1) == null ? usual : parts.group(1);
          serving.listen(v6 ? HOSTS_V6 : HOSTS, protocol, host, parts.group(2), text.span());
        } else {
          serving.fatal(
              text.span(),
              "runserver takes a port, or an address and a port, so it does not start");
        }
      }
      case Setting.Absent() -> serving.listen(HOSTS, protocol, usual, 8000);
      case Setting.Unknown(String why) -> serving.unknown(why);
    }
    serving.backlog(Optional.of(new Effective.Default<>(10, "django")));
    return serving.launched();
  }
}
