package dev.nginxlint.rehearsal.generated;

/// The dimensions that have no file of their own: a weight and a value in each line.
final class Axes {
  /// What a server is told to bind.
  static final Axis BOUND =
      Axis.of(
          """
          5 127.0.0.1
          4 0.0.0.0
          1 ::1
          2 ::
          2 localhost
          """);

  /// What nginx is told to dial.
  static final Axis DIALLED =
      Axis.of(
          """
          6 127.0.0.1
          1 [::1]
          3 localhost
          """);

  /// Sockets that nginx is told to dial by mistake.
  static final Axis PATHS =
      Axis.of(
          """
          3 /run/{name}/{name}.sock
          2 /run/{name}/app.sock
          2 /tmp/{name}.sock
          1 /srv/{name}/{name}.sock
          2 /run/{name}.sock
          """);

  /// Sockets, with what their unit says of the directory; where it says nothing of one that does
  /// not outlive a boot, nobody makes it.
  static final Axis SOCKETS =
      Axis.of(
          """
          8 /run/{name}/{name}.sock;RuntimeDirectory={name}
          3 /run/{name}/{name}.sock;RuntimeDirectory={name};RuntimeDirectoryMode=0750
          2 /run/{name}/{name}.sock;RuntimeDirectory={name};RuntimeDirectoryMode=0700
          2 /var/run/{name}/{name}.sock;RuntimeDirectory={name}
          2 /run/{name}/{name}.sock
          1 /run/{name}/{name}.sock;StateDirectory={name}
          2 /run/{name}.sock
          3 /tmp/{name}.sock
          3 /srv/{name}/{name}.sock
          2 /var/lib/{name}/{name}.sock;StateDirectory={name}
          1 /var/lib/{name}/{name}.sock;StateDirectory={name};StateDirectoryMode=0700
          1 /var/cache/{name}/{name}.sock;CacheDirectory={name}
          """);

  static final Axis USERS =
      Axis.of(
          """
          4 -
          4 User=www-data
          2 User=www-data;Group=www-data
          3 User=app
          2 User=app;Group=www-data
          1 User=app;SupplementaryGroups=www-data
          1 DynamicUser=yes
          """);

  static final Axis SANDBOXES =
      Axis.of(
          """
          16 -
          3 PrivateTmp=yes
          1 PrivateTmp=true;ProtectSystem=full
          1 ProtectSystem=strict
          1 ProtectSystem=strict;PrivateTmp=yes
          1 UMask=0077
          1 UMask=0007
          1 UMask=0
          1 PrivateNetwork=yes
          1 RestrictAddressFamilies=AF_UNIX
          1 RestrictAddressFamilies=AF_INET AF_UNIX
          1 NoNewPrivileges=yes;ProtectHome=yes
          """);

  /// The user of nginx, where the tree has an nginx.conf that tells.
  static final Axis NGINX =
      Axis.of(
          """
          6 www-data
          2 nginx
          1 root
          1 nobody nogroup
          1 app www-data
          2 -
          """);

  /// Whether the accounts are in view, and which group nginx's user is in besides its own.
  static final Axis ACCOUNTS =
      Axis.of(
          """
          4 unseen
          3 none
          2 app
          1 www-data
          """);

  private Axes() {}
}
