FROM nginx
RUN <<EOF
echo
