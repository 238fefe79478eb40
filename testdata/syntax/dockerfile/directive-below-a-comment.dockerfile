# a comment
# escape=`
FROM nginx
RUN a `
EXPOSE 80
