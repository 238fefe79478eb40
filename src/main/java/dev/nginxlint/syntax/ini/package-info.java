/// Ini files in the dialects of the programs that read them: php, uwsgi, supervisor.
package dev.nginxlint.syntax.ini;
