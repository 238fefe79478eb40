package dev.nginxlint.rehearsal;

import dev.nginxlint.rehearsal.generated.Deployment;

/// A pass of a generated deployment: what the linter says of it, and what became of it.
record Tried(Deployment deployment, Judged judged, Real real, String log) {
  /// What a request through it met.
  enum Real {
    ANSWERED("answered"),
    BAD_GATEWAY("502"),
    TIMED_OUT("504"),
    REFUSED("refused start"),
    OTHER("other");

    private final String label;

    Real(String label) {
      this.label = label;
    }

    /// By its status, 0 for none in time.
    static Real of(int status) {
      if (status == 502) {
        return BAD_GATEWAY;
      }
      if (status == 504 || status == 0) {
        return TIMED_OUT;
      }
      return status >= 200 && status < 500 ? ANSWERED : OTHER;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /// Whether the linter is shown wrong.
  boolean wrong() {
    boolean answered = real == Real.ANSWERED;
    return switch (judged.verdict()) {
      case FOUND -> !answered;
      case BROKEN, MISSED -> answered;
      case WARNED, UNKNOWN, EXTERNAL -> false;
    };
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("#### " + deployment.name() + ": " + judged.verdict() + ", and " + real + "\n");
    text.append(judged);
    deployment
        .files()
        .forEach(
            (path, content) -> {
              if (!path.equals("etc/nginx/nginx.conf") || !content.startsWith("user www-data")) {
                text.append("--- " + path + "\n" + content);
              }
            });
    return text.append(log).toString();
  }
}
