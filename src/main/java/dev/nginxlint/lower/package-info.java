/// What each language contributes to the model; inheritance, drop-ins and merges end here.
package dev.nginxlint.lower;
