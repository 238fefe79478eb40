f() {
  if a; then
    b
