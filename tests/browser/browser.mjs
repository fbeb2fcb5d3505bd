// Chromium for all checks: headless, without a word to the network.
import { chromium } from "playwright-core";

const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export function launch() {
  const executablePath = process.env.CASEBOOK_CHROMIUM || "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

// Runs `work` on every item, `width` at a time, and gathers what it finds in the order of the items.
export async function each(items, width, work) {
  const found = new Array(items.length);
  let next = 0;
  async function walk() {
    while (next < items.length) {
      const at = next++;
      found[at] = await work(items[at]);
    }
  }
  await Promise.all(Array.from({ length: width }, walk));
  return found.flat();
}
