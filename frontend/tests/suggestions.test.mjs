// SPDX-License-Identifier: GPL-3.0-or-later
// The search box that completes what one types: by keyboard, by mouse, over a slow line and over none.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NARROW, WIDE, picture, searchField, total, useSite, violations } from "./browser.mjs";

const site = useSite();
const { open } = site;

describe("suggestions in the search box", () => {
  const options = (page) => page.getByRole("option");
  const type = async (page, text) => {
    await searchField(page).fill(text);
    await options(page).first().waitFor();
  };
  /** Letter by letter in no time at all, however busy the machine. */
  const typeFast = (page, text) =>
    searchField(page).evaluate((field, letters) => {
      for (const letter of letters) {
        field.value += letter;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
    }, text);

  test("type, arrow down, Enter: the page of the first suggestion", async () => {
    for (const address of ["/", "/szukaj?q=torba"]) {
      const { page, close } = await open(address);
      await searchField(page).fill("");
      await type(page, "pierog");
      const field = page.getByRole("combobox", { name: "Czego szukasz?" });
      assert.equal(await field.getAttribute("aria-expanded"), "true");
      assert.match(await page.locator(".search [role=status]").textContent(), /Liczba podpowiedzi: [1-8]\./);
      assert.match(await options(page).first().textContent(), /garmażeria.*pieróg.*branża/);
      await page.keyboard.press("ArrowDown");
      assert.equal(await field.getAttribute("aria-activedescendant"), await options(page).first().getAttribute("id"));
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      assert.equal(new URL(page.url()).search, "?branza=garmazeria");
      assert.ok((await total(page)) > 0);
      await close();
    }
  });

  test("an organisation and a product lead to their pages, by mouse too; a place completes the words", async () => {
    const { page, close } = await open("/");
    await type(page, "brelok");
    await Promise.all([page.waitForNavigation(), options(page).filter({ hasText: "produkt" }).first().click()]);
    assert.equal(new URL(page.url()).pathname, "/klunkry/brelok-z-pyra");
    await type(page, "furia");
    await Promise.all([page.waitForNavigation(), options(page).filter({ hasText: "podmiot" }).first().click()]);
    assert.match(new URL(page.url()).pathname, /^\/podmiot\//);
    await type(page, "catering w gnie");
    await Promise.all([page.waitForNavigation(), options(page).filter({ hasText: "catering Gniezno" }).click()]);
    assert.equal(new URL(page.url()).searchParams.get("q"), "catering Gniezno");
    assert.ok((await total(page)) > 0);
    await close();
  });

  test("Enter without a choice searches the text; Escape closes and keeps it; Tab goes on", async () => {
    const { page, close } = await open("/");
    await type(page, "pier");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    assert.equal(await options(page).count(), 0);
    assert.equal(await searchField(page).inputValue(), "pier");
    await page.keyboard.press("ArrowDown");
    assert.ok((await options(page).count()) > 0, "ArrowDown opens the list again");
    await page.keyboard.press("Tab");
    assert.equal(await options(page).count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.type), "submit");
    await searchField(page).fill("");
    await type(page, "pier");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.equal(new URL(page.url()).search, "?q=pier");
    await close();
  });

  test("one request for each pause; a stale one is aborted and its late answer not shown", async () => {
    const { page, close } = await open("/");
    const asked = [];
    const aborted = [];
    page.on("requestfailed", (request) => aborted.push(new URL(request.url()).searchParams.get("q")));
    await page.route("**/api/v1/suggest?*", async (route) => {
      const q = new URL(route.request().url()).searchParams.get("q");
      asked.push(q);
      if (q === "pi") await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue().catch(() => {});
    });
    const isAsked = async (count) => {
      for (let waited = 0; asked.length < count && waited < 5000; waited += 20) await page.waitForTimeout(20);
    };
    await typeFast(page, "pi");
    await isAsked(1);
    await typeFast(page, "erogi");
    await options(page).first().waitFor();
    const shown = await options(page).allTextContents();
    await page.waitForTimeout(1000);
    assert.deepEqual(asked, ["pi", "pierogi"]);
    assert.deepEqual(aborted, ["pi"]);
    assert.deepEqual(await options(page).allTextContents(), shown);
    await close();
  });

  test("without an answer the box works as ever", async () => {
    const { page, close } = await open("/", { provoked: [/ERR_FAILED .*\/suggest/] });
    await page.route("**/api/v1/suggest?*", (route) => route.abort());
    const failed = page.waitForEvent("requestfailed");
    await searchField(page).fill("pier");
    await failed;
    assert.equal(await options(page).count(), 0);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.equal(new URL(page.url()).search, "?q=pier");
    await close();
  });

  test("the list moves nothing, stays on the page, and axe finds nothing in it", async () => {
    const looks = [WIDE, NARROW].flatMap((viewport) => ["light", "dark"].map((colorScheme) => ({ viewport, colorScheme })));
    for (const { viewport, colorScheme } of looks) {
      for (const address of ["/", "/szukaj?q=torba"]) {
        const { page, close } = await open(address, { viewport, colorScheme, bypassCSP: true });
        await page.evaluate(() => document.fonts.ready);
        const below = page.locator("main");
        await searchField(page).fill("");
        const before = await below.boundingBox();
        await type(page, "po");
        await page.keyboard.press("ArrowDown");
        assert.deepEqual(await below.boundingBox(), before);
        const box = await page.getByRole("listbox").boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= viewport.width, `${address} at ${viewport.width} px`);
        await picture(page, `suggestions-${address === "/" ? "home" : "results"}-${viewport.width}-${colorScheme}`, {});
        assert.deepEqual(await violations(page), []);
        await close();
      }
    }
  });
});
