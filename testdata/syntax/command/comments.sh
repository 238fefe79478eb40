echo a # not run; gunicorn
echo a#b "c # d" 'e # f'
#gunicorn
;# nothing
	# and nothing
