/// How a command line is read against what is known of a program: its options, the settings that
/// override one another, and what it makes of an address.
package dev.nginxlint.server.reading;
