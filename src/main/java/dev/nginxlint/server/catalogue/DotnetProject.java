package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.YamlFile;
import dev.nginxlint.syntax.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The project that an App.dll was published from: the directory with App.csproj in it.
///
/// @param urls the addresses that Kestrel's section of appsettings.json sets
/// @param quiet whether neither its settings nor its Program.cs say any other address
record DotnetProject(List<Text> urls, Quiet quiet) {
  /// Whether we see that nothing else sets an address.
  enum Quiet {
    SEEN,
    UNSEEN
  }

  private static final DotnetProject UNKNOWN = new DotnetProject(List.of(), Quiet.UNSEEN);

  /// Where Dockerfiles put the sources.
  private static final List<String> ROOTS =
      List.of("/src", "/source", "/app", "/build", "/code", "/App", "/workspace", "/work", "/");

  /// What in code sets an address, or may.
  private static final Pattern CODE =
      Pattern.compile(
          "UseUrls|UseKestrel|ConfigureKestrel|\\.Listen|\\.Urls\\b|Run\\s*\\(\\s*\"|urls|Kestrel|"
              + "AddJsonFile|ConfigureAppConfiguration|ConfigureWebHostDefaults|UseStartup");

  /// The project of a program.
  static DotnetProject of(Invocation call, Text program) {
    String name = Paths.name(program.value()).replaceFirst("\\.dll$", "");
    return call.path(program.value())
        .flatMap(call.around()::origin)
        .map(around -> around(call, around))
        .flatMap(there -> directory(there, name).map(there::in))
        .map(DotnetProject::read)
        .orElse(UNKNOWN);
  }

  private static Invocation around(Invocation call, Surroundings around) {
    return new Invocation(call.program(), List.of(), around, call.launcher(), call.depth());
  }

  private static Optional<String> directory(Invocation there, String name) {
    return ROOTS.stream()
        .flatMap(root -> List.of(root, root + "/" + name, root + "/src/" + name).stream())
        .map(Paths::absolute)
        .filter(
            directory ->
                there.file(directory + "/" + name + ".csproj")
                    instanceof Surroundings.Lookup.Present)
        .findFirst();
  }

  private static DotnetProject read(Invocation project) {
    List<Text> urls = new ArrayList<>();
    Quiet quiet = Quiet.SEEN;
    for (String name : List.of("appsettings.json", "appsettings.Production.json")) {
      switch (project.file(name)) {
        case Surroundings.Lookup.Present(SourceFile file) -> {
          Optional<Node.Mapping> root = root(file);
          root.flatMap(all -> endpoints(project, all)).ifPresent(urls::addAll);
          boolean plain =
              root.isPresent()
                  && !file.text().matches("(?is).*\"(urls|http_ports|https_ports)\".*");
          quiet = plain ? quiet : Quiet.UNSEEN;
        }
        case Surroundings.Lookup.Absent() -> {}
        case Surroundings.Lookup.Unseen _ -> quiet = Quiet.UNSEEN;
      }
    }
    boolean silent =
        project.file("Program.cs") instanceof Surroundings.Lookup.Present(SourceFile code)
            && !CODE.matcher(code.text()).find();
    return new DotnetProject(urls, silent ? quiet : Quiet.UNSEEN);
  }

  private static Optional<Node.Mapping> root(SourceFile file) {
    Parsed<YamlFile> parsed = YamlParser.parse(file);
    return parsed.problems().isEmpty()
        ? parsed.tree().documents().stream().findFirst().flatMap(DotnetProject::mapping)
        : Optional.empty();
  }

  private static Optional<Node.Mapping> mapping(Node node) {
    return node instanceof Node.Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  /// Each endpoint's address; a variable that is named like its path goes before the file.
  private static Optional<List<Text>> endpoints(Invocation project, Node.Mapping root) {
    return root.get("Kestrel")
        .flatMap(DotnetProject::mapping)
        .flatMap(kestrel -> kestrel.get("Endpoints"))
        .flatMap(DotnetProject::mapping)
        .map(all -> all.entries().stream().flatMap(entry -> url(project, entry).stream()).toList());
  }

  private static Optional<Text> url(Invocation project, Node.Entry endpoint) {
    String variable = "Kestrel__Endpoints__%s__Url".formatted(endpoint.key().value());
    return project
        .environment(variable)
        .value()
        .or(
            () ->
                mapping(endpoint.value())
                    .flatMap(settings -> settings.get("Url"))
                    .filter(Node.Scalar.class::isInstance)
                    .map(url -> ((Node.Scalar) url).text()));
  }
}
