/**
 * One entry of "ports" or "expose" in its short form: [[ip:][published]:]target[/protocol].
 *
 * Which field is which is told by counting them from the right, so the fields only are cut here.
 */
grammar PortMapping;

@header {
package dev.nginxlint.syntax.grammar;
}

mapping : field (COLON field)* EOF ;

field : (ADDRESS | range (SLASH WORD?)* | other)? ;

range : WORD (DASH WORD)* ;

other : (SLASH | DASH) (SLASH | DASH | WORD)* ;

COLON : ':' ;
SLASH : '/' ;
DASH : '-' ;
ADDRESS : '[' ~']'* ']' ;
WORD : ~[:/\-[\]]+ | '[' | ']' ;
