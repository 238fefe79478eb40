// A systemd unit: section headers and assignments, one a logical line.
parser grammar Unit;

options { tokenVocab = UnitLexer; }

@header { package dev.nginxlint.syntax.grammar; }

file : line (END line)* EOF ;

line : (MARGIN | JOIN)* (header | assignment)? ;

header : OPEN (word | EQUALS)* ;

assignment : EQUALS value | key (EQUALS value)? ;

key : TEXT word* ;

value : (word | EQUALS)* ;

word : TEXT | MARGIN | OPEN | JOIN ;
