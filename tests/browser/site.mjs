// A built site on the disk: its pages, and the links between them.
import { readFileSync, readdirSync, existsSync, statSync } from "node:fs";
import { join, dirname, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";

export function openSite(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join("/"))
    .sort();
  const pages = files.filter((file) => file.endsWith(".html"));
  return {
    folder, files, pages,
    text: (page) => readFileSync(join(folder, page), "utf8"),
    address: (page) => pathToFileURL(join(folder, page)).href,
  };
}

// Links that lead nowhere: files that are missing, fragments that no element has.
export function deadLinks(site) {
  const ids = new Map();
  const idsOf = (page) => {
    if (!ids.has(page)) ids.set(page, new Set([...site.text(page).matchAll(/\sid="([^"]*)"/g)].map((m) => decode(m[1]))));
    return ids.get(page);
  };
  const found = [];
  for (const page of site.pages) {
    for (const [, raw] of site.text(page).matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const href = decode(raw);
      if (/^(https?:|mailto:|data:)/.test(href)) continue;
      const [path, fragment] = href.split("#");
      const target = path === "" ? page : normalize(join(dirname(page), decodeURIComponent(path)));
      const file = join(site.folder, target);
      if (!existsSync(file) || !statSync(file).isFile()) found.push(`${page}: ${href} leads to no file`);
      else if (fragment && target.endsWith(".html") && !idsOf(target).has(decodeURIComponent(fragment))) {
        found.push(`${page}: ${href} leads to no part of ${target}`);
      }
    }
  }
  return found;
}

function decode(text) {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(n)).replace(/&amp;/g, "&");
}
