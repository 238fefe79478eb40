package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Remedy.Safety;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A server of an upstream, or a pass that takes an address, is written as a URL.
public final class SchemeInUpstreamServer implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks().stream()
        .filter(Remark.NotAnAddress.class::isInstance)
        .map(Remark.NotAnAddress.class::cast)
        .map(SchemeInUpstreamServer::finding)
        .toList();
  }

  private static Finding finding(Remark.NotAnAddress remark) {
    return Finding.at(
            remark.at(),
            "a URL, or part of one",
            "\"%s\" is no address: nginx takes a host and a port here, without scheme and path"
                .formatted(remark.written()))
        .effect(
            "nginx does not start; [emerg] invalid host in upstream \"%s\""
                .formatted(remark.written()))
        .fix("write " + remark.address())
        .remedy(new Remedy(new Edit(remark.at(), remark.address()), safety(remark)));
  }

  /// A path, or TLS, that the address cannot say was perhaps meant.
  private static Safety safety(Remark.NotAnAddress remark) {
    String plain = "http://" + remark.address();
    return remark.written().equals(plain) || remark.written().equals(plain + "/")
        ? Safety.SAFE
        : Safety.UNSAFE;
  }
}
