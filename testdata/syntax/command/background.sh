nginx &
a && b &
{ c; d; } &
(cd /x; e) &
wait
