/// Files, and where in them a value was written; only [dev.nginxlint.source.Discovery] touches the
/// disk.
package dev.nginxlint.source;
