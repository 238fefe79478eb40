# syntax=docker/dockerfile:1
# Escape = `
FROM nginx
RUN dir c:\\ `
  /w
WORKDIR C:\app
