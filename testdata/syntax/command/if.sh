if [ "$1" = web ]; then
  a
elif test -n "$X"
then b; else
  c
fi
if ! migrate; then d; fi
if [ -f x ] || [ -f y ]; then e; else f; fi
if g; then if h; then i; fi; fi > log && j
