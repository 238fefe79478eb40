/// systemd units: the lines of one file, and how systemd reads the values in them.
package dev.nginxlint.syntax.unit;
