run $(hostname -i) "$(nproc --all)" `date "+%s"` $((1 + (2 * 3))) <(sort x)
A=$(echo ")" '(' ; echo $(echo b)) run
