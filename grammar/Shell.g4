/// The lexical facts of POSIX shell text and of the bash extensions that are met in the wild.
///
/// A comment belongs to the separator before it, because `#` begins one only where a word could.
lexer grammar Shell;

@header {
package dev.nginxlint.syntax.grammar;
}

BLANK : SPACE (SPACE | CONTINUATION)* COMMENT? ;
JOINED : CONTINUATION -> type(NOTHING) ;
LINE_END : '\r'? '\n' COMMENT? ;

CASE_END : (';;' '&'? | ';&') COMMENT? ;
SEMICOLON : ';' COMMENT? ;
AND_IF : '&&' COMMENT? ;
OR_IF : '||' COMMENT? ;
BACKGROUND : '&' COMMENT? ;
PIPE : '|' '&'? COMMENT? ;
ARITHMETIC : '((' -> pushMode(SUBSTITUTION), pushMode(SUBSTITUTION) ;
OPEN : '(' COMMENT? ;
CLOSE : ')' COMMENT? ;
HEREDOC : [0-9]* '<<' '-'? ;
REDIRECTION : [0-9]* ('<' | '>' | '>>' | '>|' | '<>' | '<&' | '>&' | '<<<') | '&>' '>'? ;

SINGLE_QUOTED : '\'' ~'\''* '\'' ;
ANSI_QUOTED : '$\'' ('\\' . | ~[\\'])* '\'' ;
ESCAPED : '\\' ~[\r\n] ;
DOUBLE_QUOTE : '$'? '"' -> pushMode(QUOTED) ;
BACKTICKS : '`' ('\\' . | ~[\\`])* '`' ;
VARIABLE : '$' (NAME | SPECIAL) ;
PARAMETER : '${' ((NAME | [0-9]+ | SPECIAL) OPERATOR?)? -> pushMode(OPERAND) ;
COMMAND : [$<>] '(' -> pushMode(SUBSTITUTION) ;
CHARACTERS : ~[ \t\r\n'"\\$`;&|<>()]+ ;
STRAY : . ;

mode QUOTED;
QUOTED_CHARACTERS : ~["\\$`]+ -> type(CHARACTERS) ;
QUOTED_ESCAPED : '\\' ["\\$`] -> type(ESCAPED) ;
QUOTED_CONTINUATION : CONTINUATION -> type(NOTHING) ;
QUOTED_VARIABLE : '$' (NAME | SPECIAL) -> type(VARIABLE) ;
QUOTED_PARAMETER : '${' ((NAME | [0-9]+ | SPECIAL) OPERATOR?)? -> type(PARAMETER), pushMode(OPERAND) ;
QUOTED_COMMAND : '$(' -> type(COMMAND), pushMode(SUBSTITUTION) ;
QUOTED_BACKTICKS : '`' ('\\' . | ~[\\`])* '`' -> type(BACKTICKS) ;
END_QUOTE : '"' -> popMode ;
QUOTED_STRAY : . -> type(CHARACTERS) ;

mode OPERAND;
OPERAND_CHARACTERS : ~['"\\$`}]+ -> type(CHARACTERS) ;
OPERAND_SINGLE : '\'' ~'\''* '\'' -> type(SINGLE_QUOTED) ;
OPERAND_ESCAPED : '\\' ~[\r\n] -> type(ESCAPED) ;
OPERAND_CONTINUATION : CONTINUATION -> type(NOTHING) ;
OPERAND_QUOTE : '"' -> type(DOUBLE_QUOTE), pushMode(QUOTED) ;
OPERAND_VARIABLE : '$' (NAME | SPECIAL) -> type(VARIABLE) ;
OPERAND_PARAMETER : '${' ((NAME | [0-9]+ | SPECIAL) OPERATOR?)? -> type(PARAMETER), pushMode(OPERAND) ;
OPERAND_COMMAND : '$(' -> type(COMMAND), pushMode(SUBSTITUTION) ;
OPERAND_BACKTICKS : '`' ('\\' . | ~[\\`])* '`' -> type(BACKTICKS) ;
END_PARAMETER : '}' -> popMode ;
OPERAND_STRAY : . -> type(CHARACTERS) ;

// The inside of $( ): only its end has to be found.
mode SUBSTITUTION;
INNER_OPEN : '$'? '(' -> pushMode(SUBSTITUTION) ;
INNER_SKIPPED : (SPACE | '\n') COMMENT -> type(NOTHING) ;
INNER_SINGLE : '\'' ~'\''* '\'' -> type(NOTHING) ;
INNER_ESCAPED : '\\' . -> type(NOTHING) ;
INNER_QUOTE : '"' -> type(DOUBLE_QUOTE), pushMode(QUOTED) ;
INNER_PARAMETER : '${' '#'? -> type(PARAMETER), pushMode(OPERAND) ;
INNER_BACKTICKS : '`' ('\\' . | ~[\\`])* '`' -> type(NOTHING) ;
INNER_END : ')' -> popMode ;
NOTHING : . ;

fragment SPACE : [ \t] | '\r' ;
fragment CONTINUATION : '\\' '\r'? '\n' ;
fragment COMMENT : '#' ~'\n'* ;
fragment NAME : [A-Za-z_] [A-Za-z0-9_]* ;
fragment SPECIAL : [0-9@*#?$!\-] ;
fragment OPERATOR : ':'? [=+?\-] | '#' '#'? | '%' '%'? ;
