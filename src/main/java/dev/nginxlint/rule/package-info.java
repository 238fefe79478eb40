/// What a rule is and what it says: findings, their labels, and the cards that explain them.
package dev.nginxlint.rule;
