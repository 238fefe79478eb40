/// What the people who own a file do not want to be told, and said so in it.
package dev.nginxlint.suppress;
