/// The commands, and nothing else: arguments to calls, results to text and an exit code.
package dev.nginxlint.cli;
