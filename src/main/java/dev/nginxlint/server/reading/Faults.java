package dev.nginxlint.server.reading;

import dev.nginxlint.server.Served;
import dev.nginxlint.server.Served.Fault.Kind;
import dev.nginxlint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a server refuses, or reads in another way than it was meant.
public final class Faults {
  private final List<Served.Fault> all = new ArrayList<>();

  void address(Span where, String message) {
    add(Kind.ADDRESS, where, message);
  }

  /// Says that the server refuses how many processes it is to have.
  public void refusesChildren(Span where, String message) {
    add(Kind.CHILDREN, where, message);
  }

  /// Says that one setting of its processes takes the sense from another.
  public void contradicts(Span where, String message) {
    add(Kind.WORKERS, where, message);
  }

  /// Says that the server does not start with a number.
  ///
  /// @param says what it says of it
  public void refusesNumber(Span where, String says, String fix) {
    all.add(new Served.Fault(Kind.NUMBER, where, says, Optional.of(fix)));
  }

  List<Served.Fault> all() {
    return all;
  }

  private void add(Kind kind, Span where, String message) {
    all.add(new Served.Fault(kind, where, message, Optional.empty()));
  }
}
