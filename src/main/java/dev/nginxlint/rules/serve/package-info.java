/// What nginx itself serves, and which of its sites answers.
package dev.nginxlint.rules.serve;
