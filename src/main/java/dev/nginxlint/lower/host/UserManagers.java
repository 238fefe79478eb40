package dev.nginxlint.lower.host;

import dev.nginxlint.lower.View;
import dev.nginxlint.source.Hole;
import dev.nginxlint.syntax.account.User;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.Manager.Account;
import dev.nginxlint.syntax.unit.Manager.Up;
import dev.nginxlint.syntax.unit.Setting;
import dev.nginxlint.syntax.unit.UnitName;
import dev.nginxlint.syntax.unit.UnitTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which users have a manager for units of their own, and when it runs.
public final class UserManagers {
  /// A file here by the name of a user is what `loginctl enable-linger` leaves.
  private static final String LINGER = "/var/lib/systemd/linger";

  private static final Pattern FOLDER =
      Pattern.compile(
          "(?:.*/)?(?:(?:(?:home/([^/]+)|(root))/)?\\.(?:config|local/share)/)?(?:containers/)?"
              + "systemd/user");

  private static final Pattern QUADLETS =
      Pattern.compile(
          "(?:.*/)?(?:home/([^/]+)|(root))?/?(?:\\.config/containers/systemd|containers/systemd/users)"
              + "(?:/.*)?");

  /// That of somebody of whom nothing is known.
  public static final Manager SOMEBODY = Manager.of(Account.UNKNOWN, Up.UNKNOWN);

  private final View view;
  private final Accounts accounts;
  private final Set<UnitName> enabled;

  /// @param enabled what the machine starts
  UserManagers(View view, Accounts accounts, Set<UnitName> enabled) {
    this.view = view;
    this.accounts = accounts;
    this.enabled = Set.copyOf(enabled);
  }

  /// Who runs the units of a folder of a repository, as far as the path tells.
  public static Manager of(String directory) {
    Matcher units = FOLDER.matcher(directory);
    Matcher quadlets = QUADLETS.matcher(directory);
    Matcher found = units.matches() ? units : quadlets;
    if (!units.matches() && !quadlets.matches()) {
      return Manager.SYSTEM;
    }
    String name = found.group(1) != null ? found.group(1) : found.group(2);
    return Manager.of(name == null ? Account.UNKNOWN : guessed(name), Up.UNKNOWN);
  }

  /// Whether a unit by itself looks like one of a user: whoever starts with `default.target` and
  /// says no `User=` mostly is.
  public static boolean mayBeOfUser(Unit unit) {
    List<UnitTree.Entry> by = Setting.list(unit.entries("Install", "WantedBy"));
    return !by.isEmpty()
        && by.stream().allMatch(entry -> entry.value().value().equals("default.target"))
        && unit.entries("Service", "User").isEmpty();
  }

  private static Account guessed(String name) {
    return Account.named(name, name.equals("root") ? "/root" : "/home/" + name);
  }

  /// The accounts of a host: those of its table, or whoever has a home.
  List<Account> accounts() {
    List<Account> found = new ArrayList<>();
    if (view.file("/etc/passwd") instanceof View.Found.Present(var file, var _)) {
      for (User user : User.read(file)) {
        String name = user.name().value();
        String group = accounts.primaryGroup(name).orElse(Hole.STRING);
        String number = String.valueOf(user.number());
        found.add(new Account(name, group, number, String.valueOf(user.group()), user.home()));
      }
    } else {
      view.list("/home").names().forEach(name -> found.add(guessed(name)));
      found.add(guessed("root"));
    }
    return found;
  }

  /// Whether the manager of a user runs while the user is not there.
  Up up(Account user) {
    View.Listing states = view.list("/var/lib/systemd");
    boolean started =
        UnitName.parse("user@" + user.number() + ".service").filter(enabled::contains).isPresent();
    if (started || view.list(LINGER).names().contains(user.name())) {
      return Up.WITH_THE_MACHINE;
    }
    return states.unseen().isEmpty() && !states.names().isEmpty() ? Up.AT_LOGIN : Up.UNKNOWN;
  }
}
