/// The lexical facts of JavaScript as far as settings written in it go.
lexer grammar Script;

@header {
package dev.nginxlint.syntax.grammar;
}

BLANK : [ \t\f\r\n\uFEFF]+ -> skip ;
LINE_COMMENT : '//' ~[\r\n]* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;

STRING
  : '"' (~["\\\r\n] | '\\' . )* '"'
  | '\'' (~['\\\r\n] | '\\' . )* '\''
  | '`' (~[`\\] | '\\' . )* '`'
  ;
NUMBER : [0-9] [0-9_]* ('.' [0-9]+)? ;
NAME : [A-Za-z_$] [A-Za-z0-9_$]* ;

EITHER : '||' | '??' ;
SPREAD : '...' ;
ARROW : '=>' ;
ASSIGN : '=' ;
COMMA : ',' ;
DOT : '.' ;
COLON : ':' ;
SEMICOLON : ';' ;
OPEN_ROUND : '(' ;
CLOSE_ROUND : ')' ;
OPEN_SQUARE : '[' ;
CLOSE_SQUARE : ']' ;
OPEN_CURLY : '{' ;
CLOSE_CURLY : '}' ;
OTHER : ('==' | '===' | '!=' | '!==' | '<=' | '>=' | '+=' | '&&' | '?.') | . ;
