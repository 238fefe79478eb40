package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A container on the network of the host publishes ports, which does nothing.
public final class HostNetworkWithPorts implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.PortDiscarded.class).stream()
        .map(HostNetworkWithPorts::finding)
        .toList();
  }

  private static Finding finding(Remark.PortDiscarded port) {
    return Finding.at(
            port.at(),
            "has no effect",
            "%s is on the network of the host: its port stays %s, and nothing is on %s"
                .formatted(port.process().label(), port.target(), port.published()))
        .and(port.mode(), "the network of the host")
        .effect(
            "connections to port %s are refused; Published ports are discarded when using host"
                    .formatted(port.published())
                + " network mode")
        .fix(
            "take `ports` away and dial port %s, or leave the network of the host"
                .formatted(port.target()));
  }
}
