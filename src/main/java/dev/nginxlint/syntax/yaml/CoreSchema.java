package dev.nginxlint.syntax.yaml;

import dev.nginxlint.syntax.yaml.Node.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;

/// What plain scalars are to go-yaml, compose's reader: nearly YAML 1.2, with the octals of 1.1.
///
/// `yes`, `on` and `12:30` are strings; `012` is ten, `0x1F`, `0b11` and `0o17` are integers,
/// underscores between digits are ignored.
final class CoreSchema {
  private static final BigInteger LOWEST = BigInteger.ONE.shiftLeft(63).negate();
  private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(64);

  private CoreSchema() {}

  static Kind kind(String plain) {
    return switch (plain) {
      case "", "~", "null", "Null", "NULL" -> Kind.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.BOOLEAN;
      default -> {
        if (!mayBeNumber(plain)) {
          yield Kind.STRING;
        }
        String digits = plain.replace("_", "");
        yield isInteger(digits) ? Kind.INTEGER : isFloat(digits) ? Kind.FLOAT : Kind.STRING;
      }
    };
  }

  /// A number as Go's `fmt.Sprint` writes it.
  static String canonical(String number) {
    String digits = number.replace("_", "");
    return isInteger(digits) ? integer(digits).toString() : printed(digits);
  }

  private static boolean mayBeNumber(String plain) {
    char first = plain.charAt(0);
    return (first >= '0' && first <= '9') || first == '+' || first == '-' || first == '.';
  }

  private static boolean isInteger(String digits) {
    int from = signed(digits) ? 1 : 0;
    int radix = radix(digits, from);
    int start = from + prefix(digits, from);
    if (start == digits.length() || digits.length() - start > 64) {
      return false;
    }
    for (int i = start; i < digits.length(); i++) {
      if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), radix) < 0) {
        return false;
      }
    }
    BigInteger value = integer(digits);
    boolean unsigned = from == 0;
    return value.compareTo(LOWEST) >= 0 && value.compareTo(unsigned ? BEYOND : LOWEST.negate()) < 0;
  }

  private static BigInteger integer(String digits) {
    int from = signed(digits) ? 1 : 0;
    BigInteger value =
        new BigInteger(digits.substring(from + prefix(digits, from)), radix(digits, from));
    return digits.startsWith("-") ? value.negate() : value;
  }

  private static int radix(String digits, int from) {
    if (digits.length() - from < 2 || digits.charAt(from) != '0') {
      return 10;
    }
    return switch (digits.charAt(from + 1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  /// How many characters before the digits tell the radix.
  private static int prefix(String digits, int from) {
    if (digits.length() - from < 2 || digits.charAt(from) != '0') {
      return 0;
    }
    return switch (digits.charAt(from + 1)) {
      case 'x', 'X', 'b', 'B', 'o', 'O' -> 2;
      default -> 1;
    };
  }

  private static boolean signed(String digits) {
    return digits.startsWith("-") || digits.startsWith("+");
  }

  private static boolean isFloat(String digits) {
    int at = signed(digits) ? 1 : 0;
    String special = digits.substring(at);
    if (special.equals(".inf") || special.equals(".Inf") || special.equals(".INF")) {
      return true;
    }
    if (digits.equals(".nan") || digits.equals(".NaN") || digits.equals(".NAN")) {
      return true;
    }
    int whole = skipDigits(digits, at);
    boolean point = whole < digits.length() && digits.charAt(whole) == '.';
    int fraction = point ? skipDigits(digits, whole + 1) : whole;
    if (whole == at && fraction <= whole + 1) {
      return false;
    }
    if (fraction == digits.length()) {
      return true;
    }
    if (digits.charAt(fraction) != 'e' && digits.charAt(fraction) != 'E') {
      return false;
    }
    int exponent = fraction + 1;
    if (exponent < digits.length() && signed(digits.substring(exponent))) {
      exponent++;
    }
    return exponent < digits.length() && skipDigits(digits, exponent) == digits.length();
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /// The shortest digits that make the same double, with an exponent below 1e-4 and from 1e6 on.
  private static String printed(String digits) {
    if (digits.endsWith("f") || digits.endsWith("F")) {
      return digits.startsWith("-") ? "-Inf" : "+Inf";
    }
    if (digits.endsWith("n") || digits.endsWith("N")) {
      return "NaN";
    }
    double value = Double.parseDouble(digits);
    if (value == 0 || Double.isInfinite(value)) {
      return value == 0 ? "0" : value > 0 ? "+Inf" : "-Inf";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return shortest.toPlainString();
    }
    String mantissa = shortest.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    int size = Math.abs(exponent);
    return mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }
}
