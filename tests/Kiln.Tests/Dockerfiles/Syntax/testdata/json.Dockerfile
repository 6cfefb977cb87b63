FROM alpine
CMD ["a", "b\u00e9\n\"", "\ud83d\ude00\ud83d"]
CMD []
CMD [ "a" ,
CMD ['a']
CMD ["a"] b
CMD ["a", 1]
RUN [ -f /a ] && true
ENTRYPOINT ["a"]
VOLUME ["/a", "/b"]
VOLUME /c /d
VOLUME [""]
SHELL ["/bin/sh", "-c"]
SHELL /bin/sh
SHELL []
USER ["a"]
CMD
RUN
