(cd /app && run; (nested))
run
