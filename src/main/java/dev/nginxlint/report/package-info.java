/// One class a format: a report in, text out.
package dev.nginxlint.report;
