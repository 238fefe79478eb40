import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes texts constants of the class that the program asks for them.
///
/// @param texts by their paths
record Texts(Map<String, String> texts) {
  /// The class, and the method that finds a text by its path.
  static final String CLASS = "dev/nginxlint/source/Embedded.class";

  private static final String METHOD = "text";

  /// As many characters of a constant as fit whatever they are: its length is of 16 bits, and one
  /// of them takes 3 bytes at most.
  private static final int PIECE = 0xFFFF / 3;

  private static final ClassDesc OPTIONAL = Optional.class.describeConstable().orElseThrow();

  /// Gives the method that finds a text a body that knows these.
  ClassTransform transform() {
    return (to, element) -> {
      if (element instanceof MethodModel method && method.methodName().equalsString(METHOD)) {
        to.withMethodBody(METHOD, method.methodTypeSymbol(), ACC_STATIC, this::find);
      } else {
        to.with(element);
      }
    };
  }

  private void find(CodeBuilder code) {
    texts.forEach(
        (path, text) -> {
          Label next = code.newLabel();
          code.loadConstant(path)
              .aload(0)
              .invokevirtual(CD_String, "equals", MethodTypeDesc.of(CD_boolean, CD_Object))
              .ifeq(next);
          List<String> pieces = pieces(text);
          code.loadConstant(pieces.getFirst());
          for (String piece : pieces.subList(1, pieces.size())) {
            code.loadConstant(piece)
                .invokevirtual(CD_String, "concat", MethodTypeDesc.of(CD_String, CD_String));
          }
          code.invokestatic(OPTIONAL, "of", MethodTypeDesc.of(OPTIONAL, CD_Object))
              .areturn()
              .labelBinding(next);
        });
    code.invokestatic(OPTIONAL, "empty", MethodTypeDesc.of(OPTIONAL)).areturn();
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int start = 0; start == 0 || start < text.length(); start += PIECE) {
      pieces.add(text.substring(start, Math.min(text.length(), start + PIECE)));
    }
    return pieces;
  }
}
