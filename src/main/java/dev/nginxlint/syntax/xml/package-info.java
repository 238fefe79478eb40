/// XML as configuration files have it: elements and their attributes, each where it was written.
package dev.nginxlint.syntax.xml;
