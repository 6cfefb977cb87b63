from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from core import newer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if newer("1.10", "1.9") else 500)
        self.end_headers()


ThreadingHTTPServer(("", 8080), Handler).serve_forever()
