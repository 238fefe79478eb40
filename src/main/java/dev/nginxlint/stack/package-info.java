/// The one model of a deployment: places, processes, listeners, hops, and what each hop meets.
///
/// It knows no syntax. Every value that a rule can read says where it was written, or that it is a
/// default.
package dev.nginxlint.stack;
