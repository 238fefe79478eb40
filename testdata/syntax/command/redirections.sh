run > /dev/null 2>&1 < in >> out 2>err &>all 3<&- 8000
> empty
run 2>&1 | tee log
