main() {
  serve "$@"
}
helper () ( a; )
function other { b; }
function third() { c; }
main "$@"
if x; then y() { d; }; fi
