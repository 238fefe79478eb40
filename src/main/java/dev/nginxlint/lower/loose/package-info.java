/// Files of a repository that no container claims: they are for hosts, grouped by the folders they
/// stand in.
package dev.nginxlint.lower.loose;
