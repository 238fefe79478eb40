/// YAML, and JSON with it, as trees in which every scalar knows where it was written.
package dev.nginxlint.syntax.yaml;
