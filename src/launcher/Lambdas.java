import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// One class for all lambdas of a nest of classes: an object of it is told by a number which of
/// them it is, and holds what that one captured.
///
/// The Java runtime makes a class of each lambda and each method reference. An AOT cache holds
/// those as well, but each start takes over all of them, used or not, and they were half of all
/// classes.
final class Lambdas {
  private static final String NUMBER = "number";

  private final ClassDesc host;
  private final ClassDesc self;
  private final List<Site> sites = new ArrayList<>();

  /// A place in the code that makes a lambda.
  ///
  /// @param captured the types of what it captures; returned is the interface
  /// @param method the method of the interface, as its erased type says
  /// @param precise the same with the types that it has here
  private record Site(
      int number,
      MethodTypeDesc captured,
      Method method,
      MethodTypeDesc precise,
      DirectMethodHandleDesc body) {
    String factory() {
      return "make" + number;
    }
  }

  private record Method(String name, MethodTypeDesc type) {}

  /// The lambdas of the nest of a class.
  Lambdas(ClassDesc host) {
    this.host = host;
    self = host.nested("$Lambdas");
  }

  /// The class that they are made of.
  ClassDesc self() {
    return self;
  }

  boolean isEmpty() {
    return sites.isEmpty();
  }

  /// Whether a call site makes a lambda of the plain sort.
  static boolean isOne(InvokeDynamicInstruction site) {
    DirectMethodHandleDesc bootstrap = site.bootstrapMethod();
    return bootstrap.owner().displayName().equals("LambdaMetafactory")
        && bootstrap.methodName().equals("metafactory");
  }

  /// Makes the lambda of a call site, what it captures being on the stack.
  void make(CodeBuilder code, InvokeDynamicInstruction at) {
    List<ConstantDesc> given = at.bootstrapArgs();
    Site site =
        new Site(
            sites.size(),
            at.typeSymbol(),
            new Method(at.name().stringValue(), (MethodTypeDesc) given.get(0)),
            (MethodTypeDesc) given.get(2),
            (DirectMethodHandleDesc) given.get(1));
    sites.add(site);
    code.invokestatic(self, site.factory(), site.captured());
  }

  /// Makes the class a member of the nest whose host is transformed.
  ClassTransform joining(ClassModel host) {
    List<ClassDesc> members =
        Stream.concat(
                host.findAttribute(Attributes.nestMembers()).stream()
                    .flatMap(attribute -> attribute.nestMembers().stream())
                    .map(ClassEntry::asSymbol),
                Stream.of(self))
            .toList();
    return ClassTransform.dropping(NestMembersAttribute.class::isInstance)
        .andThen(ClassTransform.endHandler(to -> to.with(NestMembersAttribute.ofSymbols(members))));
  }

  /// The bytes of the class.
  byte[] build(ClassFile file) {
    return file.build(self, this::build);
  }

  private void build(ClassBuilder to) {
    Set<ClassDesc> interfaces = new LinkedHashSet<>();
    Map<String, ClassDesc> fields = new LinkedHashMap<>(Map.of(NUMBER, CD_int));
    Map<Method, List<Site>> methods = new LinkedHashMap<>();
    for (Site site : sites) {
      interfaces.add(site.captured().returnType());
      methods.computeIfAbsent(site.method(), _ -> new ArrayList<>()).add(site);
      for (int i = 0; i < site.captured().parameterCount(); i++) {
        ClassDesc type = kept(site.captured().parameterType(i));
        fields.put(field(i, type), type);
      }
    }
    to.withVersion(ClassFile.JAVA_17_VERSION, 0)
        .withFlags(ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC)
        .withInterfaceSymbols(List.copyOf(interfaces))
        .with(NestHostAttribute.of(host));
    fields.forEach((name, type) -> to.withField(name, type, ACC_PRIVATE));
    to.withMethodBody(
        INIT_NAME,
        MethodTypeDesc.of(CD_void, CD_int),
        ACC_PRIVATE,
        code ->
            code.aload(0)
                .invokespecial(CD_Object, INIT_NAME, MTD_void)
                .aload(0)
                .iload(1)
                .putfield(self, NUMBER, CD_int)
                .return_());
    for (Site site : sites) {
      to.withMethodBody(site.factory(), site.captured(), ACC_STATIC, code -> factory(code, site));
    }
    methods.forEach(
        (method, some) ->
            to.withMethodBody(
                method.name(), method.type(), ACC_PUBLIC, code -> dispatch(code, some)));
  }

  private void factory(CodeBuilder code, Site site) {
    code.new_(self)
        .dup()
        .loadConstant(site.number())
        .invokespecial(self, INIT_NAME, MethodTypeDesc.of(CD_void, CD_int));
    for (int i = 0; i < site.captured().parameterCount(); i++) {
      ClassDesc type = site.captured().parameterType(i);
      code.dup()
          .loadLocal(TypeKind.from(type), code.parameterSlot(i))
          .putfield(self, field(i, kept(type)), kept(type));
    }
    code.areturn();
  }

  private void dispatch(CodeBuilder code, List<Site> some) {
    if (some.size() == 1) {
      call(code, some.getFirst());
      return;
    }
    Label none = code.newLabel();
    List<SwitchCase> cases =
        some.stream().map(site -> SwitchCase.of(site.number(), code.newLabel())).toList();
    code.aload(0).getfield(self, NUMBER, CD_int).lookupswitch(none, cases);
    for (int i = 0; i < some.size(); i++) {
      code.labelBinding(cases.get(i).target());
      call(code, some.get(i));
    }
    code.labelBinding(none).aconst_null().athrow();
  }

  /// Calls the body of a lambda with what was captured and the arguments of the method.
  private void call(CodeBuilder code, Site site) {
    DirectMethodHandleDesc body = site.body();
    List<ClassDesc> wanted = body.invocationType().parameterList();
    boolean isNew = body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
    if (isNew) {
      code.new_(body.owner()).dup();
    }
    int captured = site.captured().parameterCount();
    for (int i = 0; i < captured; i++) {
      ClassDesc type = site.captured().parameterType(i);
      code.aload(0).getfield(self, field(i, kept(type)), kept(type));
      Conversion.apply(code, kept(type), type);
      Conversion.apply(code, type, wanted.get(i));
    }
    for (int i = 0; i < site.precise().parameterCount(); i++) {
      ClassDesc type = site.method().type().parameterType(i);
      ClassDesc precise = site.precise().parameterType(i);
      code.loadLocal(TypeKind.from(type), code.parameterSlot(i));
      Conversion.apply(code, type, precise);
      Conversion.apply(code, precise, wanted.get(captured + i));
    }
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
    switch (body.kind()) {
      case STATIC -> code.invokestatic(body.owner(), body.methodName(), type, false);
      case INTERFACE_STATIC -> code.invokestatic(body.owner(), body.methodName(), type, true);
      case CONSTRUCTOR -> code.invokespecial(body.owner(), INIT_NAME, type);
      case VIRTUAL, SPECIAL -> code.invokevirtual(body.owner(), body.methodName(), type);
      case INTERFACE_VIRTUAL, INTERFACE_SPECIAL ->
          code.invokeinterface(body.owner(), body.methodName(), type);
      case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER ->
          throw new IllegalArgumentException(body.toString());
    }
    ClassDesc made = isNew ? body.owner() : type.returnType();
    ClassDesc asked = site.method().type().returnType();
    if (asked.equals(CD_void)) {
      code.return_();
    } else {
      Conversion.apply(code, made, site.precise().returnType());
      Conversion.apply(code, site.precise().returnType(), asked);
      code.return_(TypeKind.from(asked));
    }
  }

  /// As what a captured value is kept: any object as one.
  private static ClassDesc kept(ClassDesc type) {
    return type.isPrimitive() ? type : CD_Object;
  }

  private static String field(int index, ClassDesc type) {
    return type.descriptorString().charAt(0) + "" + index;
  }
}
