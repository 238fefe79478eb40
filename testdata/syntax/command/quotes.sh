run 'a b' "c d" e\ f "g \"h\" \n i" j'k'"l"m '' "" $'n' $'o\t'
