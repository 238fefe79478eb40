import static java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import static java.lang.classfile.ClassFile.StackMapsOption;
import static java.util.jar.Attributes.Name.CLASS_PATH;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipFile;

/// Packs the program's jar and the libraries that its manifest names into one jar that starts fast:
/// `java Pack.java IN OUT`.
///
/// An AOT cache takes no class file older than Java 6, and picocli and ini4j are compiled for Java
/// 5: without this step each start would read, check and link picocli's classes anew. Their class
/// files get the version of Java 8 and the stack maps that it asks for; their code stays as it is.
/// In newer ones it replaces the call sites that a cache does not take either; see [CallSites]. And
/// it makes one class of the lambdas of a class and its nest ([Lambdas]), since a start takes over
/// every class of the cache, and constants of the program's own data ([Texts]), since it costs a
/// start 10 ms to open the jar and find the first file in it.
final class Pack {
  /// The first version that an AOT cache takes (Java 6).
  private static final int OLDEST = ClassFile.JAVA_6_VERSION;

  private final ClassFile classFile;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Map<ClassDesc, Lambdas> lambdas = new LinkedHashMap<>();

  private Pack(ClassFile classFile) {
    this.classFile = classFile;
  }

  /// Packs.
  public static void main(String[] args) throws IOException {
    Path program = Path.of(args[0]);
    Manifest manifest = manifest(program);
    List<Path> jars = new ArrayList<>(List.of(program));
    for (String library : manifest.getMainAttributes().getValue(CLASS_PATH).split(" ")) {
      jars.add(program.resolveSibling(library));
    }
    manifest.getMainAttributes().remove(CLASS_PATH);
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new));
        JarOutputStream out =
            new JarOutputStream(Files.newOutputStream(Path.of(args[1])), manifest)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      ClassFile classFile =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
      Pack pack = new Pack(classFile);
      for (Path jar : jars) {
        pack.add(jar);
      }
      pack.embed();
      pack.nest();
      pack.write(out);
    }
  }

  private static Manifest manifest(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest();
    }
  }

  private void add(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
      for (JarEntry entry : (Iterable<JarEntry>) file.versionedStream()::iterator) {
        String name = entry.getName();
        boolean wanted = !name.endsWith("module-info.class") && !name.equals(JarFile.MANIFEST_NAME);
        if (!entry.isDirectory() && wanted && !entries.containsKey(name)) {
          byte[] bytes = file.getInputStream(entry).readAllBytes();
          entries.put(name, name.endsWith(".class") ? renew(bytes) : bytes);
        }
      }
    }
  }

  private byte[] renew(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    if (model.majorVersion() >= OLDEST) {
      ClassDesc host =
          model
              .findAttribute(Attributes.nestHost())
              .map(attribute -> attribute.nestHost().asSymbol())
              .orElse(model.thisClass().asSymbol());
      Lambdas ofNest = lambdas.computeIfAbsent(host, Lambdas::new);
      return classFile.transformClass(model, new CallSites(model, ofNest));
    }
    ClassTransform code =
        ClassTransform.transformingMethodBodies((to, element) -> to.with(element));
    ClassTransform version =
        (to, element) ->
            to.with(
                element instanceof ClassFileVersion
                    ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                    : element);
    return classFile.transformClass(model, code.andThen(version));
  }

  /// Makes constants of the program's own data.
  private void embed() {
    Map<String, String> texts = new LinkedHashMap<>();
    entries.forEach(
        (name, bytes) -> {
          boolean ours = name.startsWith("dev/nginxlint/") || name.startsWith("rules/");
          if (ours && !name.endsWith(".class")) {
            texts.put("/" + name, new String(bytes, StandardCharsets.UTF_8));
          }
        });
    ClassModel model = classFile.parse(entries.get(Texts.CLASS));
    entries.put(Texts.CLASS, classFile.transformClass(model, new Texts(texts).transform()));
  }

  /// Adds the classes of lambdas to the nests that have some.
  private void nest() {
    lambdas.forEach(
        (host, all) -> {
          if (!all.isEmpty()) {
            ClassModel model = classFile.parse(entries.get(file(host)));
            entries.put(file(host), classFile.transformClass(model, all.joining(model)));
            entries.put(file(all.self()), all.build(classFile));
          }
        });
  }

  private static String file(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1) + ".class";
  }

  private void write(JarOutputStream out) throws IOException {
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      out.putNextEntry(new JarEntry(entry.getKey()));
      out.write(entry.getValue());
      out.closeEntry();
    }
  }
}
