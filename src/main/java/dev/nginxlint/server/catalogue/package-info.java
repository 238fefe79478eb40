/// The catalogue: what each known program binds, speaks and defaults to, one small file each.
package dev.nginxlint.server.catalogue;
