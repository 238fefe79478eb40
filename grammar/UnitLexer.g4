// The lines of a systemd unit, as conf-parser.c cuts them: whether a line is a comment is asked
// before it is joined to the one above, so a comment inside a continuation vanishes and never ends
// it.
lexer grammar UnitLexer;

@header { package dev.nginxlint.syntax.grammar; }

COMMENT : BLANK* [#;] ~[\r\n\u0000]* LINE_END? -> skip ;

MARGIN : BLANK+ ;

OPEN : '[' -> mode(INSIDE) ;

FIRST_EQUALS : '=' -> type(EQUALS), mode(INSIDE) ;

FIRST_JOIN : '\\' (LINE_END | EOF) -> type(JOIN) ;

FIRST_BACKSLASH : '\\' -> type(TEXT), mode(INSIDE) ;

FIRST_END : LINE_END -> type(END) ;

FIRST_TEXT : (ESCAPED | ~[ \t=\\\r\n\u0000[#;]) (ESCAPED | ORDINARY)* -> type(TEXT), mode(INSIDE) ;

fragment BLANK : [ \t] ;

fragment LINE_END : ('\r' '\n'? | '\n' '\r'?) '\u0000'? | '\u0000' ;

// Two characters as far as the end of the line goes; an equals sign is one all the same.
fragment ESCAPED : '\\' ~[=\r\n\u0000] ;

fragment ORDINARY : ~[=\\\r\n\u0000] ;

mode INSIDE ;

EQUALS : '=' ;

JOIN : '\\' (LINE_END | EOF) -> mode(DEFAULT_MODE) ;

BACKSLASH : '\\' -> type(TEXT) ;

END : LINE_END -> mode(DEFAULT_MODE) ;

TEXT : (ESCAPED | ORDINARY)+ ;
