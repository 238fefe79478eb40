package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// A certificate or its key is not where nginx is told to load it from.
public final class TlsFilesMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Remark remark : stack.remarks()) {
      if (remark
          instanceof
          Remark.FileMissing(var process, var at, String what, String path, String neighbour)) {
        findings.add(
            Finding.at(
                    at,
                    "loaded from here",
                    "there is no %s for %s to load; there is %s"
                        .formatted(path, process.label(), neighbour))
                .effect(
                    "nginx does not start; [emerg] cannot load %s \"%s\": BIO_new_file() failed"
                        .formatted(what, path))
                .fix("name the file that is there, or put the %s in its place".formatted(what))
                .remedy(Edit.within(at, path, neighbour), Remedy.Safety.UNSAFE));
      }
    }
    return findings;
  }
}
