/// What a compose file says, typed: services, ports, mounts, networks, environments.
///
/// The program is the reference, docker compose with compose-go; names of its files and functions
/// stand where a comment leans on one.
package dev.nginxlint.syntax.compose;
