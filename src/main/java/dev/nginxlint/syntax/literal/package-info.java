/// Settings written in a programming language: `gunicorn.conf.py`, `puma.rb`.
///
/// Nothing is run. Statements at the left margin that give a name a literal are read; all else is
/// opaque, and whoever asks for a name learns that opaque code mentions it.
package dev.nginxlint.syntax.literal;
