/// What containers contribute: their images, their file trees, what runs in them.
package dev.nginxlint.lower.container;
