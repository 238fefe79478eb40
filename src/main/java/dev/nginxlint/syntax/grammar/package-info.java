/// What every ANTLR grammar of the house needs, beside the classes generated from them.
package dev.nginxlint.syntax.grammar;
