// node parsers.js FOLDER: each *.yml in it, read by two more parsers, as lines of JSON: the file, what js-yaml (GitLab's kind) and yaml (GitHub's) read.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import jsYaml from "js-yaml";
import { parse } from "yaml";

const folder = process.argv[2];
for (const file of readdirSync(folder).sort()) {
  const text = readFileSync(join(folder, file), "utf8");
  console.log(JSON.stringify([file, jsYaml.load(text), parse(text), parse(text, { version: "1.1" })]));
}
