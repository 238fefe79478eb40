/// The lexical facts that Python and Ruby share as far as settings written in them go.
lexer grammar Literals;

@header {
package dev.nginxlint.syntax.grammar;
}

BLANK : ([ \t\f] | '\\' '\r'? '\n')+ -> skip ;
COMMENT : '#' ~[\r\n]* -> skip ;
LINE_END : '\r'? '\n' | '\r' ;

FORMATTED : ([fF] [rR]? | [rR] [fF]) QUOTED ;
STRING : [rRuUbB]? QUOTED ;
NUMBER : [0-9] [0-9_xoabcdefABCDEF]* ('.' [0-9]+)? ;
NAME : [A-Za-z_] [A-Za-z0-9_]* [?!]? ;

ASSIGN : '=' ;
ARROW : '=>' ;
EITHER : '||' ;
EQUAL : '==' ;
DIFFERENT : '!=' ;
COMMA : ',' ;
DOT : '.' ;
COLON : ':' ;
MINUS : '-' ;
PLUS : '+' ;
SEMICOLON : ';' ;
OPEN_ROUND : '(' ;
CLOSE_ROUND : ')' ;
OPEN_SQUARE : '[' ;
CLOSE_SQUARE : ']' ;
OPEN_CURLY : '{' ;
CLOSE_CURLY : '}' ;
OTHER : ('<=' | '>=' | '+=' | '||=' | '**' | '::') | . ;

fragment QUOTED
  : '"""' .*? '"""'
  | '\'\'\'' .*? '\'\'\''
  | '"' (~["\\\r\n] | '\\' . )* '"'
  | '\'' (~['\\\r\n] | '\\' . )* '\''
  ;
