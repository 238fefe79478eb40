package dev.nginxlint.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.Main;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Two threads that initialise two classes which need each other wait for ever, and a run has two
/// threads from its first file on: no two classes may.
class InitialisersTest {
  private static final String INITIALISER = "<clinit>()V";

  private final Map<String, ClassModel> classes = new TreeMap<>();
  private final Map<String, MethodModel> methods = new HashMap<>();
  private final Map<String, List<String>> heirs = new HashMap<>();

  /// What the initialiser of one class leads to, whatever an overridden method may be called on.
  private final class Walk {
    private final Set<String> seen = new HashSet<>();
    private final Set<String> initialised = new TreeSet<>();

    void initialise(String type) {
      if (classes.containsKey(type) && initialised.add(type)) {
        walk(type + "." + INITIALISER);
        if (!classes.get(type).flags().has(AccessFlag.INTERFACE)) {
          classes.get(type).superclass().ifPresent(parent -> initialise(parent.asInternalName()));
          interfaces(type);
        }
      }
    }

    /// Those of its interfaces are initialised with a class that declare a method with a body (JVMS
    /// 5.5).
    private void interfaces(String type) {
      for (ClassEntry parent : classes.get(type).interfaces()) {
        String name = parent.asInternalName();
        if (classes.containsKey(name)) {
          interfaces(name);
          boolean bodied =
              classes.get(name).methods().stream()
                  .anyMatch(
                      method ->
                          !method.flags().has(AccessFlag.ABSTRACT)
                              && !method.flags().has(AccessFlag.STATIC));
          if (bodied) {
            initialise(name);
          }
        }
      }
    }

    private void walk(String method) {
      if (methods.containsKey(method) && seen.add(method)) {
        methods.get(method).code().ifPresent(code -> code.forEach(this::step));
      }
    }

    private void step(CodeElement element) {
      switch (element) {
        case NewObjectInstruction made -> initialise(made.className().asInternalName());
        case FieldInstruction field
            when field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC ->
            initialise(field.owner().asInternalName());
        case InvokeInstruction call -> {
          String owner = call.owner().asInternalName();
          if (call.opcode() == Opcode.INVOKESTATIC) {
            initialise(owner);
          }
          call(owner, call.name().stringValue() + call.type().stringValue());
        }
        case InvokeDynamicInstruction site -> {
          for (Object given : site.bootstrapArgs()) {
            if (given instanceof DirectMethodHandleDesc body) {
              initialise(name(body.owner()));
              boolean isNew = body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
              call(
                  name(body.owner()),
                  (isNew ? "<init>" : body.methodName()) + body.lookupDescriptor());
            }
          }
        }
        default -> {}
      }
    }

    private void call(String owner, String method) {
      String at = owner;
      while (classes.containsKey(at) && !methods.containsKey(at + "." + method)) {
        at = classes.get(at).superclass().map(parent -> parent.asInternalName()).orElse("");
      }
      walk(at + "." + method);
      if (!method.startsWith("<")) {
        heirs.getOrDefault(owner, List.of()).forEach(heir -> call(heir, method));
      }
    }
  }

  @Test
  void noTwoClassesNeedEachOtherToBeInitialised() throws IOException, URISyntaxException {
    read();
    Map<String, Set<String>> needed = new TreeMap<>();
    for (String type : classes.keySet()) {
      if (methods.containsKey(type + "." + INITIALISER)) {
        Walk walk = new Walk();
        walk.initialise(type);
        needed.put(type, walk.initialised);
      }
    }
    assertTrue(needed.size() > 100, needed.size() + " initialisers");
    List<String> cycles = new ArrayList<>();
    needed.forEach(
        (one, others) ->
            others.stream()
                .filter(other -> one.compareTo(other) < 0)
                .filter(other -> needed.getOrDefault(other, Set.of()).contains(one))
                .forEach(other -> cycles.add(one + " and " + other)));
    assertEquals(List.of(), cycles);
  }

  private void read() throws IOException, URISyntaxException {
    Path root = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        ClassModel model = ClassFile.of().parse(file);
        String name = model.thisClass().asInternalName();
        classes.put(name, model);
        model
            .methods()
            .forEach(
                method ->
                    methods.put(
                        name
                            + "."
                            + method.methodName().stringValue()
                            + method.methodType().stringValue(),
                        method));
        Stream.concat(model.superclass().stream(), model.interfaces().stream())
            .forEach(
                parent ->
                    heirs
                        .computeIfAbsent(parent.asInternalName(), _ -> new ArrayList<>())
                        .add(name));
      }
    }
  }

  private static String name(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }
}
