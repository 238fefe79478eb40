/// Compose projects: which files are run together, and what they come to once they are merged.
package dev.nginxlint.lower.compose;
