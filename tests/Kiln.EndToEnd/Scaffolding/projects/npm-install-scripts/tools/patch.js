// As patch-package does: sources change what was installed. Doing it twice would show.
require("node:fs").appendFileSync("node_modules/ms/index.js", "\nmodule.exports.patched = (module.exports.patched ?? 0) + 1;\n");
