set -e
if [ -f x ]; then
  a \
  b
fi
cat <<E
x
E
c
