/// The words of an nginx configuration, cut as ngx_conf_read_token() of ngx_conf_file.c cuts them.
///
/// A quote, a `#` and a `}` mean something only where a word could begin; `{` after `$` never does.
/// There is no more grammar than words, `;`, `{` and `}`, so no parser rules stand here.
lexer grammar Nginx;

@header { package dev.nginxlint.syntax.grammar; }

BLANK : [ \t\r\n]+ -> skip ;

COMMENT : '#' ~'\n'* ;

SEMICOLON : ';' ;
OPEN : '{' ;
CLOSE : '}' ;

DOUBLE_QUOTED : '"' (ESCAPE | ~["\\])* '"' ;
SINGLE_QUOTED : '\'' (ESCAPE | ~['\\])* '\'' ;

WORD : (ESCAPE | DOLLAR | ~[ \t\r\n;{}#"'\\$\uFFFE]) (ESCAPE | DOLLAR | ~[ \t\r\n;{\\$])* ;

/// What a construct of a template is replaced by that yields no value.
CONTROL : '\uFFFE'+ ;

/// A quote that is never closed, a backslash at the end of the file.
UNFINISHED : . ;

fragment ESCAPE : '\\' . ;
fragment DOLLAR : '$' '{'* ;

/// The inside of a *_by_lua_block, as the lexer of lua-nginx-module sees it. Where a string or a
/// long bracket ends is no matter of words.
mode LUA;

LUA_OPEN : '{' -> type(OPEN) ;
LUA_CLOSE : '}' -> type(CLOSE) ;
LONG_BRACKET : '--'? '[' '='* '[' ;
QUOTE : ["'] ;
LUA_COMMENT : '--' (~[[\n] ~'\n'* | '[' '='* (~[=[\n] ~'\n'*)?)? -> skip ;
LUA_CODE : (~[{}[\-"']+ | .) -> skip ;

/// The inside of a *_by_php_block, where ngx-php counts braces and knows of no strings.
mode PHP;

PHP_OPEN : '{' -> type(OPEN) ;
PHP_CLOSE : '}' -> type(CLOSE) ;
PHP_CODE : ~[{}]+ -> skip ;
