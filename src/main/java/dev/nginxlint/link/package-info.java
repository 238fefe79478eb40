/// Parts become stacks, and every hop gets its answer; this room knows the model only, no syntax.
package dev.nginxlint.link;
