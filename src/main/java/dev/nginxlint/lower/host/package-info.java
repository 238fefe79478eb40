/// What systemd contributes: units with their drop-ins, and everything that starts with them.
package dev.nginxlint.lower.host;
