/**
 * Variables in the values of compose files and env files: $NAME, ${NAME}, ${NAME:-default}.
 *
 * The right side of an operator nests, so this only cuts the text into tokens; a stack puts them
 * together. A "$" before anything else stands for itself, and "$$" for one "$".
 */
lexer grammar Interpolation;

@header {
package dev.nginxlint.syntax.grammar;
}

ESCAPED : '$$' ;
NAMED : '$' NAME ;
BRACED : '${' NAME '}' ;
OPEN : '${' NAME ':'? [-?+] ;
INVALID : '${' ;
BRACE : '{' ;
CLOSE : '}' ;
TEXT : ~[${}]+ | '$' ;

fragment NAME : [_a-zA-Z] [_a-zA-Z0-9]* ;
