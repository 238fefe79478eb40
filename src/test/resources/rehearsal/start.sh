# Run inside the root of a container once all is mounted: writes `/start`, which is what it runs. What cannot be run here
# sleeps, and `/idle` says why.
image=$(cat /.plan/image) directory=$(cat /.plan/directory)
. /furnished
name=${user%%:*} group=
case $user in *:*) group=${user#*:} ;; esac
mkdir -p "$directory"
cd "$directory" || exit 1
program=${words[0]-}
reason=
# Bundler starts what it is told to.
if [ "${words[*]:0:2}" = "bundle exec" ] && ! command -v "${words[2]}" > /dev/null; then
  reason="no ${words[2]} here"
elif [ -z "$program" ]; then
  reason="what the image ${image:-that is built} starts is not here"
elif ! command -v "$program" > /dev/null && [ ! -e "$program" ]; then
  base=$(basename "$program")
  if command -v "$base" > /dev/null; then
    mkdir -p "$(dirname "$program")"
    ln -s "$(command -v "$base")" "$program"
  else
    reason="no $program here"
  fi
fi
for word in "${words[@]}"; do
  case $word in
    *.js)
      [ -e "$word" ] || {
        mkdir -p "$(dirname "$word")"
        cp /rehearsed.js "$word"
      }
      ;;
  esac
done
{
  echo 'export PYTHONPATH=/rehearsed NODE_PATH=/rehearsed/node_modules'
  cat /.plan/environment
  printf 'cd %q\n' "$directory"
  if [ -n "$reason" ]; then
    echo "$reason" > /idle
    echo exec sleep infinity
  else
    if [ -n "$name" ] && [ "$name" != root ] && [ "$name" != 0 ]; then
      id "$name" > /dev/null 2>&1 && rest=--init-groups || rest=--clear-groups
      printf 'exec setpriv --reuid %q --regid %q %s -- ' "$name" "${group:-$(id -g "$name" 2> /dev/null || echo 0)}" "$rest"
    else
      printf 'exec '
    fi
    printf '%q ' "${words[@]}"
    echo
  fi
} > /start
mkdir -p /rehearsed
cp /rehearsed.py /rehearsed
MODULES=/rehearsed FURNISHED=/start DIRECTORIES=$directory bash /applications.sh /.tree
