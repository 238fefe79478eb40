/// Command lines: systemd's `Exec*=`, shell text, and the strings that compose splits.
///
/// What a program is started with depends on variables, so words keep their variable parts until
/// [dev.nginxlint.syntax.command.Expansion] is told what the variables hold.
package dev.nginxlint.syntax.command;
