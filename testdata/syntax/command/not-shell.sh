import os
def main():
    done
    x = ("a", 'b')
esac )
serve
