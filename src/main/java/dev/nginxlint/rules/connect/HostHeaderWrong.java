package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.HostSent;
import dev.nginxlint.stack.HostsAllowed;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The application is asked for a host that it refuses.
public final class HostHeaderWrong implements Rule {
  /// Servers that answer 400 to a host with an underscore: Django's get_host(), Tomcat's
  /// HttpParser.
  private static final Set<String> STRICT = Set.of("django", "tomcat");

  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (HostSent sent : stack.remarks(HostSent.class)) {
      for (Call call : stack.callsBy(sent.at())) {
        Optional<Finding> found =
            call.met().flatMap(met -> underscore(sent, met).or(() -> foreign(stack, sent, call)));
        if (found.isPresent()) {
          findings.add(found.get());
          break;
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> underscore(HostSent sent, Listener listener) {
    return sent.host()
        .filter(host -> bare(host).indexOf('_') >= 0)
        .filter(_ -> listener.owner().server().filter(STRICT::contains).isPresent())
        .map(
            host ->
                asked(sent, host, listener, "which is none: a host name has no underscore")
                    .and(listener.bind().at(), Phrase.listens(listener))
                    .effect("400; Invalid HTTP_HOST header: '%s'".formatted(host.value()))
                    .fix("write proxy_set_header Host $host;")
                    .provenIf(
                        listener.proven()
                            && listener.owner().server().filter("django"::equals).isPresent()));
  }

  private static Optional<Finding> foreign(Stack stack, HostSent sent, Call call) {
    Listener listener = call.met().orElseThrow();
    return stack.remarks(HostsAllowed.class).stream()
        .filter(allowed -> listener.owner().isStartedBy(allowed.process()))
        .findFirst()
        .flatMap(
            allowed ->
                sent.host().isPresent()
                    ? sent.host()
                        .filter(host -> !allowed.allows(bare(host)))
                        .map(host -> refused(sent, host, listener, allowed, call))
                    : ofClients(sent, call.hop().site(), listener, allowed));
  }

  /// The client asks for one of the names of the site, of which none may be allowed.
  private static Optional<Finding> ofClients(
      HostSent sent, Optional<Site> site, Listener listener, HostsAllowed allowed) {
    List<Sourced<String>> names = site.map(Site::requested).orElse(List.of());
    boolean plain =
        site.isPresent()
            && names.size() == site.get().names().size()
            && names.stream().allMatch(name -> name.value().matches("[\\w-]+(\\.[\\w-]+)*"));
    return names.stream()
        .filter(_ -> plain && names.stream().noneMatch(name -> allowed.allows(name.value())))
        .findFirst()
        .map(
            name ->
                refusal(asked(sent, name, listener, "which it does not allow"), name, allowed)
                    .fix("add '%s' to %s".formatted(name.value(), allowed.setting())));
  }

  private static Finding refused(
      HostSent sent, Sourced<String> host, Listener listener, HostsAllowed allowed, Call call) {
    boolean named =
        call.hop().site().stream()
            .flatMap(site -> site.requested().stream())
            .anyMatch(name -> allowed.allows(name.value()));
    return refusal(asked(sent, host, listener, "which it does not allow"), host, allowed)
        .fix(
            named
                ? "write proxy_set_header Host $host;"
                : "write proxy_set_header Host $host; and have %s name what users ask for"
                    .formatted(allowed.setting()));
  }

  private static Finding refusal(Finding asked, Sourced<String> host, HostsAllowed allowed) {
    return asked
        .and(allowed.at(), allowed.setting())
        .effect(
            "400; Invalid HTTP_HOST header: '%s'. You may need to add '%s' to ALLOWED_HOSTS."
                .formatted(host.value(), bare(host)));
  }

  private static Finding asked(HostSent sent, Sourced<String> host, Listener listener, String why) {
    boolean own = host.at().equals(sent.at());
    return Finding.at(
        host.at(),
        own ? "sent as Host, for want of another" : "this is what it is asked for",
        "%s is asked for the host \"%s\", %s".formatted(Phrase.owner(listener), host.value(), why));
  }

  private static String bare(Sourced<String> host) {
    return host.value().replaceFirst(":\\d+$", "");
  }
}
