FROM nginx
RUN a \
  b
EXPOSE 80 443/tcp
