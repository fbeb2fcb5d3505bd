// What a reader does: search, switch the language, sort a list, change the colours, print.
import assert from "node:assert/strict";

export const deeds = {
  async "the search finds Chinese exactly, by keyboard alone"(open) {
    const page = await open("index.html");
    await page.keyboard.press("/");
    await page.keyboard.type("存货周转率");
    await page.locator("dialog.search ol li").first().waitFor();
    const first = await page.locator("dialog.search ol strong").first().textContent();
    assert.equal(first, "存货周转率");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL(/methods\/inventory_turnover\.html/);
  },

  async "the search says when nothing is found, and Escape closes it"(open) {
    const page = await open("en/index.html");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("ｑｕｉｃｋ RATIO");
    await page.locator("dialog.search ol li").first().waitFor();
    await page.locator("dialog.search input").fill("zzzz quick");
    assert.match(await page.locator("dialog.search [role=status]").textContent(), /Nothing found/);
    assert.equal(await page.locator("dialog.search ol li").count(), 0);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog.search").isVisible(), false);
  },

  async "Chinese is set in a Chinese font in every style of text"(open) {
    const page = await open("review/index.html");
    await page.evaluate(() => document.fonts.ready);
    // A character is as wide as the font is high; the box of a missing one is narrower.
    const widths = () => page.evaluate(() => ["h1", "h2", ".trail a", "header nav a", "caption", "thead th"].map((style) => {
      const element = document.querySelector(style);
      const range = document.createRange();
      range.selectNodeContents(element);
      const characters = element.textContent.trim();
      const width = range.getBoundingClientRect().width / characters.length / parseFloat(getComputedStyle(element).fontSize);
      return [style, characters, Math.round(width * 10) / 10];
    }));
    await page.waitForTimeout(500);
    for (const [style, characters, width] of await widths()) {
      assert.match(characters, /^\p{Script=Han}+$/u, style);
      assert.equal(width, 1, `${style}: ${characters}`);
    }
  },

  async "the language switch stays on the page"(open) {
    const page = await open("methods/quick_ratio.html");
    await page.locator("header a[hreflang=en]").click();
    await page.waitForURL(/\/en\/methods\/quick_ratio\.html/);
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.locator("header a[hreflang=zh-CN]").click();
    await page.waitForURL(/[^n]\/methods\/quick_ratio\.html/);
  },

  async "the list of clients is sorted by its figures, both ways"(open) {
    const page = await open("en/clients/index.html");
    const heads = page.locator("table[data-sortable] thead th");
    const at = (await heads.allTextContents()).findIndex((words) => words.trim().startsWith("Score"));
    const head = heads.nth(at);
    const column = () => page.locator(`table[data-sortable] tbody tr td:nth-child(${at + 1})`).evaluateAll(
      (cells) => cells.map((cell) => Number((cell.dataset.sort || cell.textContent).trim().replace("−", "-"))));
    await head.locator("button").click();
    const up = await column();
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    await head.locator("button").click();
    const down = await column();
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    // What has no figure stands last, whichever way.
    const figures = (cells) => cells.filter((figure) => !Number.isNaN(figure));
    for (const cells of [up, down]) assert.ok(cells.slice(figures(cells).length).every(Number.isNaN));
    assert.deepEqual(figures(up), figures(up).sort((a, b) => a - b));
    assert.deepEqual(figures(down), figures(down).sort((a, b) => b - a));
    assert.ok(figures(up).length > 3 && figures(up)[0] < figures(up).at(-1));
  },

  async "exercises mark themselves: of single choices exactly one is right, and it is remembered"(open) {
    const page = await open("exercises/index.html");
    const choices = page.locator(".outline li", { hasText: "单项选择" });
    assert.ok(await choices.count() > 0);
    await choices.first().locator("a").click();
    const boxes = page.locator("form.exercise input");
    let right = 0;
    for (let at = 0; at < await boxes.count(); at++) {
      await boxes.nth(at).check();
      await page.locator("button.check").click();
      if ((await page.locator(".result").textContent()).startsWith("✓")) right++;
    }
    assert.equal(right, 1);
    await page.reload();
    assert.equal(await boxes.last().isChecked(), true);
    await page.locator("button.reset").click();
    assert.equal(await boxes.last().isChecked(), false);
    await page.goBack();
    await page.reload();
    assert.match(await choices.first().textContent(), /已答对/);
  },

  async "a calculation tells a wrong number"(open) {
    const page = await open("en/exercises/index.html");
    await page.locator(".outline li", { hasText: "Calculation" }).first().locator("a").click();
    await page.locator("input.number").fill("１２３４５６７．８９");
    await page.keyboard.press("Enter");
    assert.match(await page.locator(".result").textContent(), /✗/);
  },

  async "a lesson is marked as read"(open) {
    const page = await open("en/lessons/credit/ratios.html");
    await page.locator("button.mark").click();
    assert.equal(await page.locator("button.mark").getAttribute("aria-pressed"), "true");
    await page.locator(".trail a").nth(1).click();
    await page.locator(".read").waitFor();
    assert.equal(await page.locator(".read").count(), 1);
  },

  async "the choice of colours is remembered"(open) {
    const page = await open("index.html");
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const before = await paper();
    await page.locator("button.theme").click();
    const after = await paper();
    assert.notEqual(before, after);
    await page.reload();
    assert.equal(await paper(), after);
  },

  async "a link into a closed part opens it"(open) {
    const page = await open("en/clients/hechuan.html");
    await page.evaluate(() => { location.hash = "#L5"; });
    await page.locator("#L5").waitFor({ state: "visible" });
  },

  async "printing opens what is closed and closes it again"(open) {
    const page = await open("en/clients/hechuan.html");
    const closed = () => page.locator("details:not([open])").count();
    const before = await closed();
    assert.ok(before > 0);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await closed(), 0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await closed(), before);
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 50_000);
  },
};

export async function checkDeeds(browser, site) {
  const found = [];
  for (const [name, deed] of Object.entries(deeds)) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
    context.setDefaultTimeout(10_000);
    const open = async (path) => {
      const page = await context.newPage();
      await page.goto(site.address(path));
      return page;
    };
    try {
      await deed(open);
      console.log(`  ${name}`);
    } catch (error) {
      found.push(`${name}: ${error.message}`);
    }
    await context.close();
  }
  return found;
}
