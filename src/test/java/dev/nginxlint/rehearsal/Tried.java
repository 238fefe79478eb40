package dev.nginxlint.rehearsal;

import dev.nginxlint.rehearsal.generated.Deployment;

/// A pass of a generated deployment: what the linter says of it, and what became of it.
record Tried(Deployment deployment, Judged judged, Real real, String log) {
  /// What to read where the linter does not know.
  boolean unknown() {
    return judged.verdict() == Judged.Verdict.UNKNOWN;
  }

  /// What a request through it met.
  enum Real {
    ANSWERED("answered"),
    /// The server heard something that it does not understand.
    NOT_UNDERSTOOD("400"),
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
      if (status == 400) {
        return NOT_UNDERSTOOD;
      }
      return status >= 200 && status < 500 ? ANSWERED : OTHER;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /// Whether somebody is there of whom the linter knows nothing.
  boolean unseen() {
    return real == Real.ANSWERED && judged.verdict() == Judged.Verdict.UNKNOWN;
  }

  /// Whether the linter is shown wrong.
  boolean wrong() {
    boolean answered = real == Real.ANSWERED;
    return switch (judged.verdict()) {
      case FOUND -> !answered;
      case BROKEN, MISSED -> answered;
      case WARNED, LIKELY, UNKNOWN, EXTERNAL -> false;
    };
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("#### " + deployment.name() + ": " + judged.verdict() + ", and " + real + "\n");
    text.append(judged);
    return text.append(log).toString();
  }
}
