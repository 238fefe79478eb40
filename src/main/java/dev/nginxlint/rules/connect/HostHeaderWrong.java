package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The application gets the name of an upstream for a host, and refuses it.
public final class HostHeaderWrong implements Rule {
  /// Servers that answer 400 to a host with an underscore: Django's get_host(), Tomcat's
  /// HttpParser.
  private static final Set<String> STRICT = Set.of("django", "tomcat");

  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Remark remark : stack.remarks()) {
      if (remark instanceof Remark.UnderscoreSent sent) {
        stack.callsBy(sent.at()).stream()
            .flatMap(call -> call.met().stream())
            .filter(listener -> listener.owner().server().filter(STRICT::contains).isPresent())
            .findFirst()
            .ifPresent(listener -> findings.add(finding(sent, listener)));
      }
    }
    return findings;
  }

  private static Finding finding(Remark.UnderscoreSent sent, Listener listener) {
    return Finding.at(
            sent.at(),
            "sent as Host, for want of another",
            "%s is asked for the host \"%s\", which is none: a host name has no underscore"
                .formatted(Phrase.owner(listener), sent.host()))
        .and(listener.bind().at(), Phrase.listens(listener))
        .effect("400; Invalid HTTP_HOST header: '%s'".formatted(sent.host()))
        .fix("write proxy_set_header Host $host;")
        .provenIf(
            listener.proven() && listener.owner().server().filter("django"::equals).isPresent());
  }
}
