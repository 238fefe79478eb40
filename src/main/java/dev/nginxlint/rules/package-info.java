/// The rules, one class each, in a room for every family.
package dev.nginxlint.rules;
