package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Problem;
import java.util.List;
import java.util.Map;

/// A merged compose file, typed; maps are in the order of the file and have what stands in it only.
///
/// @param rejections why compose refuses it
/// @param unclear parts that may hold more than what could be read of them
public record ComposeModel(
    Map<String, Service> services,
    Map<String, Network> networks,
    Map<String, Volume> volumes,
    Map<String, FileObject> configs,
    Map<String, FileObject> secrets,
    List<Problem> rejections,
    List<Problem> unclear) {
  public ComposeModel {
    rejections = List.copyOf(rejections);
    unclear = List.copyOf(unclear);
  }
}
