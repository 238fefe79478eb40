cat <<EOF
gunicorn
