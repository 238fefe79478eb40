/// Dockerfiles: instructions, stages, and what is in effect at the end of a stage.
///
/// BuildKit's frontend/dockerfile is the reference.
package dev.nginxlint.syntax.dockerfile;
