// One instruction of a Dockerfile, its physical lines joined and stripped.
grammar Dockerfile;

@header { package dev.nginxlint.syntax.grammar; }

// What stands before the arguments; those belong to the instruction alone.
instruction : keyword (BLANK (FLAG BLANK?)*)? ;

keyword : (part | FLAG)+ ;

part : WORD | STRING | OPEN | CLOSE | COMMA ;

// The exec form: a JSON array of strings. A literal is valid JSON, but no command.
execForm : OPEN BLANK? (element (COMMA BLANK? element)*)? CLOSE EOF ;

element : (STRING | WORD) BLANK? ;

BLANK : [ \t\r\n\f\u000B]+ ;

FLAG : '--' ('"' ~["]* '"' | ~[ \t\r\n\f\u000B"])* ;

STRING : '"' ('\\' (["\\/bfnrt] | 'u' HEX HEX HEX HEX) | ~["\\\u0000-\u001F])* '"' ;

OPEN : '[' ;

CLOSE : ']' ;

COMMA : ',' ;

WORD : ~[ \t\r\n\f\u000B"[\],]+ | '"' ;

fragment HEX : [0-9a-fA-F] ;
