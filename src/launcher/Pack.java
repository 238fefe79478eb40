import static java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import static java.lang.classfile.ClassFile.StackMapsOption;
import static java.util.jar.Attributes.Name.CLASS_PATH;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
/// In newer ones it replaces the call sites that a cache does not take either; see [CallSites].
final class Pack {
  /// The first version that an AOT cache takes (Java 6).
  private static final int OLDEST = ClassFile.JAVA_6_VERSION;

  private final ClassFile classFile;
  private final JarOutputStream out;
  private final Set<String> names = new HashSet<>(Set.of(JarFile.MANIFEST_NAME));

  private Pack(ClassFile classFile, JarOutputStream out) {
    this.classFile = classFile;
    this.out = out;
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
      Pack pack = new Pack(classFile, out);
      for (Path jar : jars) {
        pack.add(jar);
      }
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
        if (!entry.isDirectory() && !name.endsWith("module-info.class") && names.add(name)) {
          byte[] bytes = file.getInputStream(entry).readAllBytes();
          out.putNextEntry(new JarEntry(name));
          out.write(name.endsWith(".class") ? renew(bytes) : bytes);
          out.closeEntry();
        }
      }
    }
  }

  private byte[] renew(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    if (model.majorVersion() >= OLDEST) {
      return classFile.transformClass(model, new CallSites(model));
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
}
