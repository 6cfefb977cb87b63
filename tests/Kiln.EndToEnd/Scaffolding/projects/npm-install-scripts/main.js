const { existsSync } = require("node:fs");
const { patched } = require("ms");

const isRight = patched === 1 && !existsSync("node_modules/esbuild");

require("node:http").createServer((_, response) => response.writeHead(isRight ? 200 : 500).end(`patched: ${patched}\n`)).listen(8080);
