/// The nginx configuration language: text to a tree of directives, without knowing what any of them
/// means.
package dev.nginxlint.syntax.nginx;
