/// What application servers bind: the catalogue, and the reading of a command line against it.
package dev.nginxlint.server;
