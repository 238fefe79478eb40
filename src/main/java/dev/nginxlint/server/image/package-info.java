/// What images of registries start, and where that listens.
package dev.nginxlint.server.image;
