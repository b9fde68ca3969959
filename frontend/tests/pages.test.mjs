// SPDX-License-Identifier: GPL-3.0-or-later
// Every page type, looked at: nothing scrolls sideways, axe finds nothing, it is small and stands still,
// its counts are true. WESPOL_SCREENSHOTS names the folder for pictures; else a temporary one.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import { NARROW, WIDE, ZOOMED, numberIn, shiftsOf, total, useSite, violations, widthOf } from "./browser.mjs";
import { PAGES } from "./pages.mjs";
import { WEIGHED, overBudget, weightOf } from "./weight.mjs";

const site = useSite();
const { open } = site;

test("every count beside an option is the total after choosing it", async () => {
  const { page, close } = await open("/szukaj?q=catering");
  const options = await page.locator(".option").evaluateAll((labels) =>
    labels.map((label) => {
      const input = label.querySelector("input");
      const count = label.querySelector(".option__count").textContent.replace(/\D/g, "");
      return { name: input.name, value: input.value, count: Number(count) };
    }),
  );
  assert.ok(options.length > 20);
  for (const { name, value, count } of options) {
    const address = `/szukaj?q=catering&${name}=${encodeURIComponent(value)}`;
    const html = await (await fetch(site.url + address)).text();
    assert.equal(numberIn(/<h1>(.*?)<\/h1>/.exec(html)[1]), count, address);
  }
  await close();
});

test("the examples and the figures on the first page lead to results", async () => {
  const { page, close } = await open("/");
  const links = await page.locator(".examples a, .index-list a, .figures a, .door a").evaluateAll((all) =>
    all
      .map((link) => ({ href: link.getAttribute("href"), text: link.textContent }))
      .filter(({ href }) => href.startsWith("/szukaj")),
  );
  assert.ok(links.length > 15);
  for (const { href, text } of links) {
    const answer = await fetch(site.url + href);
    assert.equal(answer.status, 200, href);
    const found = numberIn(/<h1>(.*?)<\/h1>/.exec(await answer.text())[1]);
    const promised = /^\s*0\s/.test(text) ? 0 : 1;
    assert.ok(found >= promised, `${href} finds ${found}`);
  }
  const tile = page.locator(".county-map a").first();
  const promised = numberIn((await tile.getAttribute("aria-label")).split(":").pop());
  await Promise.all([page.waitForNavigation(), tile.click()]);
  assert.equal(await total(page), promised);
  await close();
});

test("a page fetches the letters it needs and no others first", async () => {
  const fonts = async (address) => {
    const { page, close } = await open(address);
    const preloaded = await page.locator('link[rel="preload"][as="font"]').evaluateAll((all) => all.map((link) => link.href));
    await page.evaluate(() => document.fonts.ready);
    const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".woff2")));
    await close();
    return { preloaded, fetched };
  };
  for (const [address, isCyrillic] of [["/", false], ["/en/", false], ["/uk/", true]]) {
    const { preloaded, fetched } = await fonts(address);
    assert.equal(preloaded.filter((name) => name.includes("cyrillic")).length, isCyrillic ? 2 : 0, address);
    // What is preloaded is used.
    for (const name of preloaded) assert.ok(fetched.includes(name), `${address} ${name}`);
  }
});

test("nothing scrolls sideways at 320 px, and nothing asks another host", async () => {
  for (const [name, address] of Object.entries(PAGES)) {
    const { page, close } = await open(address, { viewport: ZOOMED });
    const width = await widthOf(page);
    assert.ok(width <= 320, `${name} is ${width} px wide`);
    assert.deepEqual(await page.context().cookies(), [], name);
    await close();
  }
});

/** Where the focus is after each press of Tab until it leaves the page: what cannot be seen of it, a line each. */
async function walk(page) {
  const unseen = [];
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press("Tab");
    const fault = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return "out";
      const name = `${focused.tagName} ${focused.className || focused.id} ${focused.textContent.trim().slice(0, 30)}`;
      // The box of what is drawn: of a link in several lines the first, of one that fills a card the card.
      const [box] = focused.getClientRects();
      if (!box || box.width === 0) return `${name}: has no size`;
      // The middle of what of it is within the window.
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      if (left >= right || top >= bottom) return `${name}: out of sight`;
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const above = document.elementFromPoint(x, y);
      const isSeen = above && (focused.contains(above) || above.contains(focused) || above.closest("label")?.control === focused);
      if (!isSeen) return `${name}: behind ${above?.className}`;
      const ringed = [focused, focused.closest("form"), focused.querySelector("polygon")].filter(Boolean);
      const hasRing = ringed.some((element) => {
        const [style, after] = [getComputedStyle(element), getComputedStyle(element, "::after")];
        return style.outlineStyle !== "none" || after.outlineStyle !== "none" || (element.tagName === "polygon" && Number.parseFloat(style.strokeWidth) >= 5);
      });
      return hasRing ? null : `${name}: no ring`;
    });
    if (fault === "out") return { presses, unseen };
    if (fault) unseen.push(fault);
  }
  return { presses: Infinity, unseen };
}

test("the focus is always seen, in front of what sticks, and the way out is not barred", async () => {
  for (const viewport of [WIDE, ZOOMED])
    for (const name of ["home", "results", "entity-certified", "support-centre", "compare"]) {
      const { page, close } = await open(PAGES[name], { viewport });
      // What sticks to the lower edge is there.
      if (name === "results") await page.locator(".hit__compare input").first().check();
      await page.evaluate(() => document.activeElement.blur());
      const { presses, unseen } = await walk(page);
      assert.deepEqual(unseen, [], `${name} at ${viewport.width} px`);
      assert.ok(presses > 20 && presses < 400, `${name}: ${presses} presses`);
      await close();
    }
});

describe("accessibility", () => {
  const looks = [
    { colorScheme: "light", viewport: WIDE },
    { colorScheme: "light", viewport: NARROW },
    { colorScheme: "dark", viewport: WIDE },
  ];
  for (const { colorScheme, viewport } of looks) {
    test(`axe finds nothing: ${colorScheme}, ${viewport.width} px`, async () => {
      const { page, close } = await open("/", { colorScheme, viewport, bypassCSP: true });
      for (const [name, address] of Object.entries(PAGES)) {
        await page.goto(site.url + address);
        assert.deepEqual(await violations(page), [], name);
      }
      await close();
    });
  }
});

test("each sector and each kind of thing has its icon", async () => {
  const vocabulary = (name) =>
    readFileSync(path.join(import.meta.dirname, `../../data/vocabulary/${name}.jsonl`), "utf8")
      .trim().split("\n").map((line) => JSON.parse(line));
  const wanted = [
    ...vocabulary("industry").filter(({ broader }) => !broader).map(({ code }) => `branza-${code}`),
    ...vocabulary("product_kind").map(({ code }) => `rzecz-${code}`),
  ];
  for (const address of ["/", "/branze", "/klunkry", "/klunkry/torba-z-warta"]) {
    const { page, close } = await open(address);
    const used = await page.locator("main use").evaluateAll((all) => all.map((use) => use.getAttribute("href")));
    const [sprite] = new Set(used.filter((href) => href.startsWith("/assets/")).map((href) => href.split("#")[0]));
    const symbols = new Set([...(await (await fetch(site.url + sprite)).text()).matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id));
    for (const href of used.filter((each) => each.startsWith("/assets/"))) assert.ok(symbols.has(href.split("#")[1]), `${address} ${href}`);
    for (const id of wanted) assert.ok(symbols.has(id), id);
    // Our Content-Security-Policy lets the picture be drawn: it has a size.
    const box = await page.locator(`main svg:has(use[href^="/assets/"])`).first().evaluate((svg) => svg.querySelector("use").getBBox().width);
    assert.ok(box > 0, `${address}: nothing is drawn`);
    await close();
  }
});

test("no page costs more than its budget", async () => {
  for (const name of WEIGHED) {
    const { page, requests, close } = await open(PAGES[name]);
    await page.waitForLoadState("networkidle");
    assert.deepEqual(overBudget(name, await weightOf(requests)), [], name);
    await close();
  }
});

test("nothing moves while the page loads", async () => {
  for (const address of ["/", "/szukaj?q=catering", "/podmiot/zaz-pila", "/uk/", "/uk/podmiot/zaz-pila", "/en/"]) {
    const { page, close } = await open("/nie-ma");
    const shifts = await shiftsOf(page, site.url + address);
    assert.ok(shifts < 0.02, `${address} shifts by ${shifts}`);
    await close();
  }
});

test("pictures of every page type", async (context) => {
  const folder = process.env.WESPOL_SCREENSHOTS ?? mkdtempSync(path.join(tmpdir(), "wespol-screenshots-"));
  mkdirSync(folder, { recursive: true });
  for (const width of [360, 768, 1280]) {
    const { page, close } = await open("/", { viewport: { width, height: 900 } });
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto(site.url + address);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
    }
    await close();
  }
  context.diagnostic(`pictures in ${folder}`);
});
