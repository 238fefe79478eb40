case "$1" in
  web) a ;;
  worker|beat) b; c ;;
  (-*) d ;;
  *) e
esac
case $X in a) ;; esac
f
