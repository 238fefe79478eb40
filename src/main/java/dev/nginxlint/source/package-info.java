/// Files, and where in them a value was written; only [dev.nginxlint.source.Discovery] and its
/// [dev.nginxlint.source.DiskTree] touch the disk.
package dev.nginxlint.source;
