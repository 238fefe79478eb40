while ! nc -z db 5432; do sleep 1; done
until a; do b; done &
for x in a "b c" $D; do run $x; done
for f; do run; done
for ((i = 0; i < 3; i++)); do run; done
select x in a; do run; done
