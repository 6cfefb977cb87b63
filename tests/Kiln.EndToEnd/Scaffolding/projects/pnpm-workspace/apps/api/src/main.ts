import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { greeting } from "@shop/core";
import ms from "ms";

const hasCompiler = existsSync("node_modules/esbuild") || existsSync("/app/node_modules/esbuild");

createServer((_, response) => response.writeHead(hasCompiler ? 500 : 200).end(`${greeting("pnpm")}, ${ms("2h")} ms\n`)).listen(8080);
