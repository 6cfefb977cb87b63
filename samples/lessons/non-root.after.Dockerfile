FROM python:3.13-slim
COPY main.py /
USER 65532:65532
CMD ["python", "/main.py"]
