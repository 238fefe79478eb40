/// The lexical facts of a systemd command line: words, quotes anywhere in a word, C escapes.
lexer grammar CommandLine;

@header {
package dev.nginxlint.syntax.grammar;
}

BLANK : [ \t\r\n]+ ;
SEMICOLON : ';' ;
ESCAPED_SEMICOLON : '\\;' ;
SINGLE_QUOTE : '\'' -> pushMode(SINGLE_QUOTED) ;
DOUBLE_QUOTE : '"' -> pushMode(DOUBLE_QUOTED) ;
ESCAPE : C_ESCAPE ;
CHARACTERS : ~[ \t\r\n;'"\\]+ ;
BACKSLASH : '\\' ;

mode SINGLE_QUOTED;
SINGLE_END : '\'' -> type(END_QUOTE), popMode ;
SINGLE_ESCAPE : C_ESCAPE -> type(ESCAPE) ;
SINGLE_CHARACTERS : ~['\\]+ -> type(CHARACTERS) ;
SINGLE_BACKSLASH : '\\' -> type(BACKSLASH) ;

mode DOUBLE_QUOTED;
END_QUOTE : '"' -> popMode ;
DOUBLE_ESCAPE : C_ESCAPE -> type(ESCAPE) ;
DOUBLE_CHARACTERS : ~["\\]+ -> type(CHARACTERS) ;
DOUBLE_BACKSLASH : '\\' -> type(BACKSLASH) ;

fragment C_ESCAPE
  : '\\' ( [abfnrtvs\\"'] | 'x' HEX HEX | 'u' HEX HEX HEX HEX
         | 'U' HEX HEX HEX HEX HEX HEX HEX HEX | [0-3] [0-7] [0-7] )
  ;
fragment HEX : [0-9a-fA-F] ;
