/// Comments that have nothing left to ignore.
package dev.nginxlint.rules.suppress;
