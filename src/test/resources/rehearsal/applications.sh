# Applications: every module that a command names is one and the same.
#
#   applications.sh TREE
#
# FURNISHED are the files that have commands, DIRECTORIES where these are run; the modules go to MODULES.
installed=/usr/lib/python3/dist-packages
modules=${MODULES:-$installed}
words=$(cat $FURNISHED $(find "$1" -name '*.ini' -o -name '*.conf' -o -name '*.py') /dev/null 2> /dev/null | tr ' ="'"'"'\\' '\n\n\n\n\n')
for word in $(echo "$words" | grep -xE '[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)*(:[a-z_]+)?(\(\))?' | grep -E '[:.]' | grep -vE '[.](sock|socket|service|target|conf|ini|py|js|sh|php|html|pid|log|com|org)$' | sort -u); do
  path=$(echo "${word%%:*}" | tr . /)
  [ -e "$installed/$path.py" ] || [ -d "$installed/$path" ] && continue
  mkdir -p "$(dirname "$modules/$path")"
  cp /rehearsed.py "$modules/$path.py"
  # Programs look where they are started first.
  for directory in $DIRECTORIES; do
    [ ! -e "$directory/$path.py" ] || cp /rehearsed.py "$directory/$path.py"
  done
done
for module in $(echo "$words" | grep -A1 -x -- --app | grep -xE '[a-z_]+'); do cp /rehearsed.py "$modules/$module.py"; done
for file in $(echo "$words" | grep -xE '/[A-Za-z0-9_./-]+\.py' | sort -u); do
  [ -e "$file" ] && continue
  mkdir -p "$(dirname "$file")"
  cp /rehearsed.py "$file"
done
for directory in $DIRECTORIES; do
  case $directory in
    /*)
      [ -e "$directory/config.ru" ] || cp /rehearsed.ru "$directory/config.ru"
      [ -e "$directory/app.py" ] || [ -d "$modules/app" ] || cp /rehearsed.py "$directory/app.py"
      [ -e "$directory/manage.py" ] || cp /rehearsed.manage.py "$directory/manage.py"
      ;;
  esac
done
for root in $(grep -rhoE '^[^#]*\broot +[^;$]+;' /etc/nginx 2> /dev/null | sed -E 's/.*root +([^; ]+) *;/\1/' | tr -d "\"'" | sort -u); do
  case $root in
    /*)
      mkdir -p "$root"
      [ -e "$root/index.php" ] || echo '<?php usleep((int) (1e6 * (float) ($_SERVER["HTTP_X_SLEEP"] ?? 0))); echo "ok";' > "$root/index.php"
      ;;
  esac
done
exit 0
