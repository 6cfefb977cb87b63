"""A small web server that tells whether a version is newer than another."""
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from packaging.version import Version


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"language": "Python", "newer": Version("1.10") > Version("1.9")}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    print("listening on 8080", flush=True)
    ThreadingHTTPServer(("", 8080), Handler).serve_forever()
