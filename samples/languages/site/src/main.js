import ms from "ms";

document.querySelector("#answer").textContent = `Two hours are ${ms("2h")} ms.`;
