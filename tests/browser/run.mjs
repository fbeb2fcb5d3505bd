// Checks a built site as readers meet it: `node run.mjs SITE`. Prints what is wrong and exits with 1.
import { resolve } from "node:path";
import { HtmlValidate } from "html-validate";
import { launch } from "./browser.mjs";
import { checkDeeds } from "./deeds.mjs";
import { checkBehaviour, checkPages } from "./pages.mjs";
import { deadLinks, openSite } from "./site.mjs";

const site = openSite(resolve(process.argv[2] ?? "../../public"));
const started = Date.now();
const wrong = [];

function tell(what, problems) {
  console.log(`${problems.length ? "FAILED" : "ok"}  ${what} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  wrong.push(...problems);
}

// One line of the document type, and what our templates do on purpose, apart.
async function checkMarkup() {
  const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "long-title": "off", "no-trailing-whitespace": "off" } });
  const found = [];
  for (const page of site.pages) {
    const report = await validator.validateString(site.text(page), page);
    for (const message of report.results.flatMap((result) => result.messages)) {
      found.push(`${page}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`);
    }
  }
  return found;
}

tell(`${site.pages.length} pages: links`, deadLinks(site));
tell("markup", await checkMarkup());
const browser = await launch();
tell("deeds", await checkDeeds(browser, site));
tell("the same without JavaScript, nothing from elsewhere, no sideways scroll", await checkBehaviour(browser, site, site.pages));
tell("axe in light, dark and on a phone", await checkPages(browser, site, site.pages));
await browser.close();

for (const problem of wrong.slice(0, 60)) console.error(problem);
if (wrong.length > 60) console.error(`… and ${wrong.length - 60} more`);
process.exit(wrong.length ? 1 : 0);
