package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.SiteShelved;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A site in `sites-available` is the only one that dials a server, and nginx does not read it.
public final class SiteNotEnabled implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<SiteShelved> all = stack.remarks(SiteShelved.class);
    boolean open =
        stack.calls().stream().anyMatch(call -> call.hop().target() instanceof Target.Open);
    List<Finding> findings = new ArrayList<>();
    for (SiteShelved shelved : all) {
      boolean told =
          stack.sites().stream().anyMatch(shelved::replacedBy)
              || stack.remarks(Remark.IncludeEmpty.class).stream()
                  .anyMatch(empty -> empty.passed().file().equals(shelved.at().file()));
      Optional<Listener> waiting =
          stack.listeners().stream()
              .filter(shelved::dials)
              .filter(SiteNotEnabled::isToBeDialled)
              .filter(listener -> stack.callsTo(listener.owner()).isEmpty())
              .filter(listener -> all.stream().filter(other -> other.dials(listener)).count() == 1)
              .findFirst();
      if (!open && !told) {
        waiting.ifPresent(listener -> findings.add(finding(shelved, listener)));
      }
    }
    return findings;
  }

  private static boolean isToBeDialled(Listener listener) {
    Process owner = listener.owner();
    return listener.proven()
        && owner.server().isPresent()
        && owner.role() == Process.Role.APPLICATION
        && owner.start() == Process.Start.AUTOMATIC;
  }

  private static Finding finding(SiteShelved shelved, Listener listener) {
    String name = Paths.name(shelved.path());
    return Finding.at(
            shelved.at(),
            "not read by " + shelved.process().label(),
            shelved
                .link()
                .map(
                    link ->
                        "no other site leads to %s, and no include of nginx finds %s"
                            .formatted(Phrase.owner(listener), link))
                .orElse(
                    "no other site leads to %s, and %s is not in sites-enabled"
                        .formatted(Phrase.owner(listener), shelved.path())))
        .and(listener.bind().at(), "waits for requests that nothing sends it")
        .effect("the site does not exist for nginx, which says nothing of it; another answers")
        .fix(
            shelved.link().isPresent()
                ? "write include /etc/nginx/sites-enabled/*; in the http block of nginx.conf"
                : "ln -s ../sites-available/%s /etc/nginx/sites-enabled/%s".formatted(name, name));
  }
}
