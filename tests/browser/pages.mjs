// What must hold of every page, in each of three views: no violation of axe, nothing on the console,
// no request to another host, no sideways scroll, no squeezed column, the same words without JavaScript.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { each } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = [
  { name: "light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  // Nothing but colours differs here.
  { name: "dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark", rules: ["color-contrast"] },
  { name: "phone", viewport: { width: 360, height: 740 }, colorScheme: "light" },
];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function checkPages(browser, site, pages) {
  const context = await browser.newContext({ viewport: VIEWS[0].viewport, reducedMotion: "reduce", bypassCSP: true });
  const found = await each(pages, 4, (page) => checkPage(context, site, page));
  await context.close();
  return found;
}

// A page is loaded once and seen in every view: loading costs as much as looking.
async function checkPage(context, site, path) {
  const page = await context.newPage();
  const found = [];
  page.on("pageerror", (error) => found.push(`${path}: ${error.message}`));
  await page.goto(site.address(path));
  await page.evaluate(axe);
  for (const { name, viewport, colorScheme, rules } of VIEWS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const result = await page.evaluate((runOnly) => axe.run(document, { runOnly, resultTypes: ["violations"] }), rules ?? TAGS);
    for (const violation of result.violations) {
      const nodes = violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ");
      found.push(`${path} (${name}): ${violation.id}: ${violation.help}: ${nodes}`);
    }
  }
  await page.close();
  return found;
}

// Under the page's own policy: what it asks for and what it says without scripts.
export async function checkBehaviour(browser, site, pages) {
  const narrow = { viewport: { width: 320, height: 700 } };
  const plain = await browser.newContext({ ...narrow, javaScriptEnabled: false });
  const scripted = await browser.newContext(narrow);
  const found = await each(pages, 4, async (path) => {
    const [without] = await visit(plain, site, path);
    const [withScript, problems] = await visit(scripted, site, path);
    if (squeeze(without.text) !== squeeze(withScript.text)) problems.push(`${path}: reads differently without JavaScript`);
    for (const words of withScript.squeezed) problems.push(`${path}: the heading “${words}” has no room for two letters in a line`);
    if (withScript.wide > 320) problems.push(`${path}: is ${withScript.wide} px wide on a screen of 320`);
    return problems;
  });
  await plain.close();
  await scripted.close();
  return found;
}

async function visit(context, site, path) {
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`${path}: console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`${path}: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) problems.push(`${path}: asks for ${request.url()}`);
  });
  await page.goto(site.address(path));
  // Regions that scripts speak in are theirs; everything else must be the same.
  const seen = await page.evaluate(() => {
    const main = document.querySelector("main").cloneNode(true);
    main.querySelectorAll("[role=status], [role=alert], noscript, .filter, [data-script-only]").forEach((node) => node.remove());
    const room = (head) => {
      const { fontSize, paddingLeft, paddingRight } = getComputedStyle(head);
      return (head.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)) / parseFloat(fontSize);
    };
    const heads = [...document.querySelectorAll("thead th")].filter((head) => head.offsetParent && /[\u4e00-\u9fff]{2}/.test(head.innerText));
    const squeezed = heads.filter((head) => room(head) < 2).map((head) => head.innerText);
    return { text: main.textContent, wide: document.documentElement.scrollWidth, squeezed };
  });
  await page.close();
  return [seen, problems];
}

function squeeze(text) {
  return text.replace(/\s+/g, " ").trim();
}
