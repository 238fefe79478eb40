run "😀" after
