package dev.nginxlint.rules;

import dev.nginxlint.rule.Rule;
import dev.nginxlint.rules.connect.AddressMismatch;
import dev.nginxlint.rules.connect.BindRefused;
import dev.nginxlint.rules.connect.CommandCutShort;
import dev.nginxlint.rules.connect.IncludeMissing;
import dev.nginxlint.rules.connect.NothingListens;
import dev.nginxlint.rules.connect.PortConflict;
import dev.nginxlint.rules.connect.PortMismatch;
import dev.nginxlint.rules.connect.PrivateNetwork;
import dev.nginxlint.rules.connect.ProtocolMismatch;
import dev.nginxlint.rules.connect.ProxyLoop;
import dev.nginxlint.rules.connect.UnknownUpstream;
import dev.nginxlint.rules.container.ContainerLoopbackBind;
import dev.nginxlint.rules.container.ContainerLoopbackDial;
import dev.nginxlint.rules.container.HostGatewayMissing;
import dev.nginxlint.rules.container.NoSharedNetwork;
import dev.nginxlint.rules.container.PortNotPublished;
import dev.nginxlint.rules.container.PublishedPortDialled;
import dev.nginxlint.rules.container.PublishedPortMismatch;
import dev.nginxlint.rules.family.AddressFamilyRestricted;
import dev.nginxlint.rules.family.IpFamilyMismatch;
import dev.nginxlint.rules.family.LocalhostTwoFamilies;
import dev.nginxlint.rules.socket.SocketActivationMismatch;
import dev.nginxlint.rules.socket.SocketDirectoryMissing;
import dev.nginxlint.rules.socket.SocketHidden;
import dev.nginxlint.rules.socket.SocketPathMismatch;
import dev.nginxlint.rules.socket.SocketPathTooLong;
import dev.nginxlint.rules.socket.SocketPermission;
import dev.nginxlint.rules.timeout.ConnectTimeoutOverCap;
import dev.nginxlint.rules.timeout.KeepaliveNotUsed;
import dev.nginxlint.rules.timeout.KeepaliveRace;
import dev.nginxlint.rules.timeout.StopTimeoutOrder;
import dev.nginxlint.rules.timeout.TimeoutOrder;
import java.util.List;

/// The one registry of rules.
public final class Rules {
  /// Every rule, by family.
  public static final List<Rule> ALL =
      List.of(
          new PortMismatch(),
          new AddressMismatch(),
          new ProtocolMismatch(),
          new PrivateNetwork(),
          new UnknownUpstream(),
          new NothingListens(),
          new PortConflict(),
          new ProxyLoop(),
          new CommandCutShort(),
          new BindRefused(),
          new IncludeMissing(),
          new SocketPathMismatch(),
          new SocketPermission(),
          new SocketDirectoryMissing(),
          new SocketHidden(),
          new SocketPathTooLong(),
          new SocketActivationMismatch(),
          new IpFamilyMismatch(),
          new LocalhostTwoFamilies(),
          new AddressFamilyRestricted(),
          new ContainerLoopbackBind(),
          new ContainerLoopbackDial(),
          new PublishedPortDialled(),
          new PortNotPublished(),
          new PublishedPortMismatch(),
          new NoSharedNetwork(),
          new HostGatewayMissing(),
          new TimeoutOrder(),
          new KeepaliveRace(),
          new KeepaliveNotUsed(),
          new ConnectTimeoutOverCap(),
          new StopTimeoutOrder());

  private Rules() {}
}
