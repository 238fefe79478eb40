package dev.nginxlint.stack;

/// Why we believe that something listens, the strongest first.
public enum Evidence {
  /// A file of the deployment says so: a flag, a setting, a unit's `ListenStream=`.
  STATED("stated"),
  /// The server that is started listens there unless told otherwise, and nobody told it otherwise.
  SERVER_DEFAULT("the server's default"),
  /// The image's own start command is known to listen there.
  IMAGE_DEFAULT("the image's default"),
  /// `EXPOSE`, a health check, a published port: somebody expected a listener, nobody said which.
  HINT("a hint");

  private final String label;

  Evidence(String label) {
    this.label = label;
  }

  /// Whether it is strong enough to call the deployment broken.
  public boolean proves() {
    return this == STATED || this == SERVER_DEFAULT;
  }

  @Override
  public String toString() {
    return label;
  }
}
