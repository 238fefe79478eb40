package dev.nginxlint.stack;

import java.util.Optional;

/// A socket that a process of the deployment can be reached by.
public record Listener(Process owner, Bind bind) {
  /// What it listens on.
  public Endpoint endpoint() {
    return bind.endpoint();
  }

  /// What it speaks.
  public Protocol protocol() {
    return bind.protocol();
  }

  /// Where it listens.
  public Place place() {
    return owner.place();
  }

  /// Whether the evidence for it is strong enough to call the deployment broken.
  public boolean proven() {
    return bind.evidence().proves();
  }

  /// The same, as no more than a hint.
  public Listener hinted() {
    return new Listener(owner, bind.on(Evidence.HINT));
  }

  /// Whether root opens it, whoever the server is afterwards.
  public boolean openedByRoot() {
    return bind.opener() == Bind.Opener.ROOT
        || owner.identity().user().map(Effective::value).filter("root"::equals).isPresent();
  }

  /// How many connections wait on it.
  public Optional<Effective<Integer>> backlog() {
    return bind.backlog().or(owner.limits()::backlog);
  }

  @Override
  public String toString() {
    return owner.label() + " on " + endpoint();
  }
}
