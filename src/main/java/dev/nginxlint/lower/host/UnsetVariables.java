package dev.nginxlint.lower.host;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.ExecLine;
import dev.nginxlint.syntax.command.ExecLine.Exec;
import dev.nginxlint.syntax.command.Part;
import dev.nginxlint.syntax.command.Variables;
import dev.nginxlint.syntax.command.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The variables of a line that systemd fills with nothing, as nobody sets them.
final class UnsetVariables {
  /// What systemd itself sets for what it starts (systemd.exec(5), "Environment Variables Set or
  /// Propagated by the Service Manager").
  private static final Pattern GIVEN =
      Pattern.compile(
          "PATH|LANG|LANGUAGE|LC_.*|TZ|USER|LOGNAME|HOME|SHELL|INVOCATION_ID|XDG_.*|MAINPID|MANAGERPID"
              + "|LISTEN_.*|NOTIFY_SOCKET|WATCHDOG_.*|.*_DIRECTORY|PIDFILE|TERM|JOURNAL_STREAM"
              + "|SERVICE_RESULT|EXIT_.*|MONITOR_.*|SYSTEMD_.*|REMOTE_.*|MEMORY_PRESSURE_.*");

  private UnsetVariables() {}

  /// Those that stand as `${X}`, which leaves an empty argument or half a word; `$X` alone, which
  /// leaves no argument at all, is how options are meant to be left out.
  static List<Sourced<String>> in(Text line, UnitEnvironment environment) {
    List<Sourced<String>> unset = new ArrayList<>();
    for (Exec exec : ExecLine.parse(line).tree().commands()) {
      for (Word word : exec.arguments()) {
        for (Part part : word.parts()) {
          if (part instanceof Part.Variable variable
              && variable.splitting() == Part.Splitting.NEVER
              && !GIVEN.matcher(variable.name()).matches()
              && environment.value(variable.name()) instanceof Variables.Value.Unset) {
            unset.add(new Sourced<>(variable.name(), variable.at()));
          }
        }
      }
    }
    return unset;
  }
}
