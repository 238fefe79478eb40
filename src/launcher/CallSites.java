import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.reflect.AccessFlag.INTERFACE;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Gives a class methods of its own for what the Java runtime would otherwise generate at every
/// start: the choice of a `switch` over types, and `equals` and `hashCode` of a record. Its lambdas
/// become [Lambdas].
///
/// An AOT cache of Java 25 does not hold the former. Each would cost a start about a millisecond,
/// and a run meets dozens.
final class CallSites implements ClassTransform {
  private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();

  /// A method to add to the class.
  private record Method(String name, MethodTypeDesc type, Consumer<CodeBuilder> code) {}

  private final ClassDesc owner;
  private final boolean inInterface;
  private final boolean nests;
  private final Lambdas lambdas;
  private final List<Method> methods = new ArrayList<>();

  /// The call sites of a class.
  ///
  /// @param lambdas of the nest that the class belongs to
  CallSites(ClassModel model, Lambdas lambdas) {
    this.lambdas = lambdas;
    nests = model.majorVersion() >= ClassFile.JAVA_11_VERSION;
    owner = model.thisClass().asSymbol();
    inInterface = model.flags().has(INTERFACE);
  }

  @Override
  public void accept(ClassBuilder to, ClassElement element) {
    if (element instanceof MethodModel method && isConcerned(method)) {
      to.transformMethod(method, MethodTransform.transformingCode(this::rewrite));
    } else {
      to.with(element);
    }
  }

  private boolean isConcerned(MethodModel method) {
    return method.code().stream()
        .flatMap(CodeModel::elementStream)
        .anyMatch(element -> isLambda(element) || code(element).isPresent());
  }

  private boolean isLambda(CodeElement element) {
    return nests && element instanceof InvokeDynamicInstruction site && Lambdas.isOne(site);
  }

  @Override
  public void atEnd(ClassBuilder to) {
    for (Method method : methods) {
      to.withMethodBody(
          method.name(), method.type(), ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, method.code());
    }
  }

  private void rewrite(CodeBuilder to, CodeElement element) {
    Optional<Consumer<CodeBuilder>> code = code(element);
    if (element instanceof InvokeDynamicInstruction site && isLambda(site)) {
      lambdas.make(to, site);
    } else if (element instanceof InvokeDynamicInstruction site && code.isPresent()) {
      Method method = new Method("site$" + methods.size(), site.typeSymbol(), code.get());
      methods.add(method);
      to.invokestatic(owner, method.name(), method.type(), inInterface);
    } else {
      to.with(element);
    }
  }

  /// The code for a call site, if it is one of those.
  private static Optional<Consumer<CodeBuilder>> code(CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction site)) {
      return Optional.empty();
    }
    String bootstrap = site.bootstrapMethod().owner().displayName();
    List<ConstantDesc> given = site.bootstrapArgs();
    return switch (bootstrap + "." + site.name().stringValue()) {
      case "SwitchBootstraps.typeSwitch" ->
          given.stream().allMatch(ClassDesc.class::isInstance)
              ? Optional.of(code -> choose(code, given))
              : Optional.empty();
      case "ObjectMethods.equals" -> Optional.of(code -> compare(code, given));
      case "ObjectMethods.hashCode" -> Optional.of(code -> hash(code, given));
      default -> Optional.empty();
    };
  }

  /// The index of the first type, from an index on, that an object has; -1 for null.
  private static void choose(CodeBuilder code, List<ConstantDesc> types) {
    Label some = code.newLabel();
    code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
    for (int i = 0; i < types.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf((ClassDesc) types.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }

  /// Whether two records are equal; the arguments are the record, its names, and its fields.
  private static void compare(CodeBuilder code, List<ConstantDesc> given) {
    ClassDesc type = (ClassDesc) given.getFirst();
    Label differ = code.newLabel();
    code.aload(1).instanceOf(type).ifeq(differ);
    for (DirectMethodHandleDesc field : fields(given)) {
      ClassDesc of = field.invocationType().returnType();
      get(code.aload(0), field);
      get(code.aload(1).checkcast(type), field);
      if (of.isPrimitive()) {
        ClassDesc box = Conversion.box(of);
        code.invokestatic(box, "compare", MethodTypeDesc.of(CD_int, of, of)).ifne(differ);
      } else {
        code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
            .ifeq(differ);
      }
    }
    code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
  }

  /// The hash code of a record, the very one that the runtime would compute.
  private static void hash(CodeBuilder code, List<ConstantDesc> given) {
    code.iconst_0();
    for (DirectMethodHandleDesc field : fields(given)) {
      ClassDesc of = field.invocationType().returnType();
      code.loadConstant(31).imul();
      get(code.aload(0), field);
      ClassDesc by = of.isPrimitive() ? Conversion.box(of) : OBJECTS;
      ClassDesc what = of.isPrimitive() ? of : CD_Object;
      code.invokestatic(by, "hashCode", MethodTypeDesc.of(CD_int, what)).iadd();
    }
    code.ireturn();
  }

  private static List<DirectMethodHandleDesc> fields(List<ConstantDesc> given) {
    return given.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
  }

  private static void get(CodeBuilder code, DirectMethodHandleDesc field) {
    code.getfield(field.owner(), field.methodName(), field.invocationType().returnType());
  }
}
