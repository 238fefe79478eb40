/// Text to small records with places: one room a language, each with its parser library to itself.
package dev.nginxlint.syntax;
