FROM python
ENTRYPOINT [ "python" ,"-m", "a\"b\u0020c\\d" ]
CMD ["manage.py", 'runserver']
CMD [ -f x ] && y
CMD ["a", 80]
CMD []
HEALTHCHECK --interval=5s --retries=3 CMD ["curl", "-f", "http://localhost/"]
HEALTHCHECK NONE
HEALTHCHECK cmd curl localhost
SHELL ["/bin/bash", "-c"]
SHELL bash
VOLUME ["/a b", "/c"]
COPY ["a b", "/d e/"]
