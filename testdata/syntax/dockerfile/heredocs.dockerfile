FROM nginx
RUN <<EOF
echo one
EOF
COPY <<"conf" <<-second /etc/nginx/conf.d/
listen $port;
conf
	indented
	second
RUN cat <<EOF > /x && echo "<<NOT"
text
EOF
EXPOSE 80
