import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;
import java.util.stream.Stream;

/// The conversions that a lambda's arguments and its result undergo; see
/// [java.lang.invoke.LambdaMetafactory].
final class Conversion {
  private Conversion() {}

  /// Makes the value on the stack one of another type.
  static void apply(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (from.isPrimitive() && to.isPrimitive()) {
      code.conversion(TypeKind.from(from), TypeKind.from(to));
    } else if (from.isPrimitive()) {
      ClassDesc box = box(from);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
    } else if (to.isPrimitive()) {
      ClassDesc held = held(from).orElse(to);
      ClassDesc box = box(held);
      code.checkcast(box)
          .invokevirtual(box, held.displayName() + "Value", MethodTypeDesc.of(held))
          .conversion(TypeKind.from(held), TypeKind.from(to));
    } else if (!to.equals(CD_Object) && !to.equals(from)) {
      code.checkcast(to);
    }
  }

  /// The primitive type whose values the objects of a class hold.
  private static Optional<ClassDesc> held(ClassDesc type) {
    return Stream.of(TypeKind.values())
        .filter(kind -> kind != TypeKind.REFERENCE && kind != TypeKind.VOID)
        .map(TypeKind::upperBound)
        .filter(primitive -> box(primitive).equals(type))
        .findFirst();
  }

  /// The class whose objects hold values of a primitive type, compare and hash them.
  static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
    };
  }
}
