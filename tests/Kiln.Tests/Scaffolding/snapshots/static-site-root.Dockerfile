# Written by Kiln ('./build.sh Scaffold') for index.html. It is yours to edit: it is written anew only with --overwrite-files.

# final is nginx with a configuration for a user without rights: it listens on 8080.
FROM nginxinc/nginx-unprivileged:1.29-alpine AS final
LABEL org.opencontainers.image.title="static-site-root"
COPY . /usr/share/nginx/html/
USER 101
EXPOSE 8080
