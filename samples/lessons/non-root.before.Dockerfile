FROM python:3.13-slim
COPY main.py /
CMD ["python", "/main.py"]
