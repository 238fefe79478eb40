/// The small line formats of a host: accounts, hosts, tmpfiles.d, environment files.
package dev.nginxlint.syntax.account;
