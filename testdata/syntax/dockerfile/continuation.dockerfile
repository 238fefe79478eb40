FROM nginx
# a comment
RUN apt-get update \
  # a comment in between

  && apt-get install -y curl \  
    wget
CMD gunicorn \
      --bind 0.0.0.0:8000 \\
EXPOSE 80
