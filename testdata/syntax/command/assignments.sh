PORT=8000
export PORT=${PORT:-8000} B
A=1 B="2 3" run C=4
PATH+=:/x
LIST=(a "b c" $D) run
A[1]=x
