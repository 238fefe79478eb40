package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// gRPC is passed on, and clients cannot speak HTTP/2 to nginx.
public final class GrpcOverHttp1 implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks().stream()
        .filter(Remark.GrpcOverHttp1.class::isInstance)
        .map(Remark.GrpcOverHttp1.class::cast)
        .map(GrpcOverHttp1::finding)
        .toList();
  }

  private static Finding finding(Remark.GrpcOverHttp1 remark) {
    return Finding.at(
            remark.at(),
            "passes gRPC on",
            "gRPC is passed on, but no socket of this nginx takes HTTP/2, which gRPC clients speak")
        .and(remark.site(), "takes HTTP/1.1 only")
        .effect("the client ends the connection; nginx logs a request PRI * HTTP/2.0, 400")
        .fix("write listen … http2, or http2 on; from 1.25.1");
  }
}
