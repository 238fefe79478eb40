/// Too large for one end, and not for the other.
package dev.nginxlint.rules.size;
