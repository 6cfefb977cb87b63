# syntax=docker/dockerfile:1.7 --some argument
#  Check = skip=all 
# escape=`
# syntax=a/second:one

# escape=\
FROM scratch
WORKDIR C:\app\
RUN dir `
    C:\
