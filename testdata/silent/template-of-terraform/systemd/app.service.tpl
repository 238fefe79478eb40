[Unit]
Description=${name}

[Service]
User=${user}
ExecStart=/usr/bin/gunicorn --bind 127.0.0.1:${port} app:app
%{ if restart ~}
Restart=always
%{ endif ~}

[Install]
WantedBy=multi-user.target
