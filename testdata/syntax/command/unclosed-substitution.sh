a $(b "c
d
