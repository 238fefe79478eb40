package dev.nginxlint.link;

import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a host name or an address means to the one who dials it.
sealed interface Destination {
  /// The own loopback.
  record Self(Set<Address> addresses) implements Destination {}

  /// Containers that have the name, over the families they share a network in.
  record Containers(List<Place> places, Set<Family> families) implements Destination {}

  /// The machine that runs the containers, as its containers see it.
  record Machine() implements Destination {}

  /// Somewhere outside the deployment.
  record Elsewhere(String name) implements Destination {}

  /// Nobody that we see, and we do not see everybody.
  record Unclear(String why) implements Destination {}

  /// Nobody, and we see everybody.
  record Nobody(String name, Optional<Cause.Near> meant) implements Destination {}

  /// A container that no network is shared with.
  record Apart(Place place) implements Destination {}

  /// The machine that runs the containers, under a name that nobody declared.
  record NoGateway(String name) implements Destination {}

  /// A container of another project, on a network that only seems to be the same.
  record Misnamed(Cause.NetworkNamesDiffer cause) implements Destination {}
}
