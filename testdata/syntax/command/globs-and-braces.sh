ls *.py {a,b} !(x|y) ~/x {} a{b
