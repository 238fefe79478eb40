package dev.nginxlint.syntax.unit;

import dev.nginxlint.source.Hole;

/// Who runs units: the manager of the machine, or that of a user (`systemd --user`).
///
/// What nobody tells is a hole.
///
/// @param account as whom it runs
/// @param up when it does
public record Manager(Kind kind, Account account, Folders folders, Up up) {
  /// Which of the two it is.
  public enum Kind {
    SYSTEM,
    USER
  }

  /// When it comes up.
  public enum Up {
    WITH_THE_MACHINE,
    /// Nobody said `loginctl enable-linger`: it ends when its user has logged out everywhere.
    AT_LOGIN,
    UNKNOWN
  }

  /// An account of passwd(5).
  ///
  /// @param number its own number, `groupNumber` that of its group
  public record Account(String name, String group, String number, String groupNumber, String home) {
    /// Somebody's.
    public static final Account UNKNOWN = named(Hole.STRING, Hole.STRING);

    /// An account of which only the name and the home are known.
    public static Account named(String name, String home) {
      return new Account(name, Hole.STRING, Hole.STRING, Hole.STRING, home);
    }
  }

  /// Where what its units keep lies, as systemd.unit(5) has it under "SPECIFIERS".
  public record Folders(
      String runtime, String state, String cache, String logs, String configuration) {}

  /// The manager of the machine.
  public static final Manager SYSTEM =
      new Manager(
          Kind.SYSTEM,
          new Account("root", "root", "0", "0", "/root"),
          new Folders("/run", "/var/lib", "/var/cache", "/var/log", "/etc"),
          Up.WITH_THE_MACHINE);

  /// The manager of a user. Where it keeps states and logs has changed with systemd 254.
  public static Manager of(Account user, Up up) {
    return new Manager(
        Kind.USER,
        user,
        new Folders(
            "/run/user/" + user.number(),
            Hole.STRING,
            user.home() + "/.cache",
            Hole.STRING,
            user.home() + "/.config"),
        up);
  }

  /// Whether it is that of a user.
  public boolean isOfUser() {
    return kind == Kind.USER;
  }
}
