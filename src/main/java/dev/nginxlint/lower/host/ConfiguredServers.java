package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Environment;
import dev.nginxlint.lower.ServedProcess;
import dev.nginxlint.lower.View;
import dev.nginxlint.lower.ViewSurroundings;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Served;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.server.catalogue.Catalogue;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Identity;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Role;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Sandbox;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Servers that files of their own describe, whoever starts them: the programs of supervisor, the
/// pools of php-fpm.
public final class ConfiguredServers {
  private static final int UMASK = 0022;

  private final View view;
  private final Place place;
  private final Accounts accounts;
  private final Draft draft;

  /// @param view the file tree that paths in the files count from
  public ConfiguredServers(View view, Accounts accounts, Draft draft) {
    this.view = view;
    this.place = HostServices.host(Optional.empty());
    this.accounts = accounts;
    this.draft = draft;
  }

  /// A program that reads such files.
  public enum Kind {
    SUPERVISOR("supervisord", "-c", "^\\s*\\[program:"),
    PHP_FPM("php-fpm", "-y", "^\\s*pm\\s*=\\s*(?:static|dynamic|ondemand)");

    private final String program;
    private final String option;
    private final Pattern sign;

    Kind(String program, String option, String sign) {
      this.program = program;
      this.option = option;
      this.sign = Pattern.compile(sign, Pattern.MULTILINE);
    }

    /// Where distributions keep such files: patterns of absolute paths.
    public List<String> homes() {
      return switch (this) {
        case SUPERVISOR ->
            List.of(
                "/etc/supervisor/conf.d/*.conf",
                "/etc/supervisord.d/*.ini",
                "/etc/supervisord.conf");
        case PHP_FPM ->
            List.of(
                "/etc/php/*/fpm/pool.d/*.conf",
                "/etc/php-fpm.d/*.conf",
                "/etc/php[0-9]*/php-fpm.d/*.conf");
      };
    }

    /// The name of the program.
    public String program() {
      return program;
    }

    /// The kind that a file is of, by what it holds.
    public static Optional<Kind> of(SourceFile file) {
      for (Kind kind : values()) {
        if (kind.sign.matcher(file.text()).find()) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /// What came of a file: the nginx that it starts, and why it may start more than what was added.
  public record Result(Optional<String> nginx, Optional<String> unknown) {}

  /// Adds the servers of a file.
  ///
  /// @param path where the file is in the view
  public Result add(Kind kind, String path, SourceFile file) {
    Span at = file.span(0, file.line(1).length());
    List<Text> words =
        List.of(
            Text.derived(kind.program, at), Text.derived(kind.option, at), Text.derived(path, at));
    return start(kind.program, kind.program, path, words, at);
  }

  /// Adds the servers that a program starts.
  ///
  /// @param label what to call it in a sentence
  /// @param path the file that makes something start it
  /// @param words its command line
  /// @param at where to point for it
  Result start(String program, String label, String path, List<Text> words, Span at) {
    Environment nothing = _ -> new Variable.Unknown("the environment of " + program);
    Launched launched =
        Catalogue.read(words, new ViewSurroundings(view, nothing, Optional.of("/")));
    Process runner = runner(program, label, path, at);
    int number = label.equals(program) ? 1 : 0;
    for (Served served : launched.servers()) {
      Process process = ServedProcess.of(served, runner, number++, accounts::groups);
      draft.add(process);
      served.faults().forEach(fault -> draft.add(ServedProcess.remark(process, fault)));
      served.binds().forEach(bind -> draft.add(new Listener(process, bind)));
    }
    return new Result(launched.nginx().map(_ -> program), launched.open());
  }

  private Process runner(String program, String label, String path, Span at) {
    return new Process(
        program + ":" + path,
        label,
        place,
        at,
        Optional.empty(),
        Optional.empty(),
        new Identity(
            Optional.of(new Effective.Default<>("root", program)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Effective.Default<>(UMASK, "the system"))),
        Sandbox.NONE,
        Limits.UNKNOWN,
        Optional.empty(),
        Role.APPLICATION,
        Start.UNKNOWN);
  }
}
