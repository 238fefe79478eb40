cat > /etc/x.conf <<EOF
if this were read; then
# it would not
it's "broken
EOF
cat <<-'END' && after
	gunicorn
	END
cat <<A <<B
a
A
b
B
last <<< "a here string"
