migrate && serve
wait-for db || exit 1
[ -f x ] && a || b
[ -z "$X" ] || a
! [ -f x ] && a
a || [ -f y ] && b
a &&
  b
a | b |
  c
