// SPDX-License-Identifier: GPL-3.0-or-later
// The results as they change: filters that answer at once, Back and forward, the map, sharing. Over
// the real server and the real catalogue, in Debian's Chromium.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NARROW, ZOOMED, gzipped, numberIn, picture, shiftsOf, total, useSite, violations, widthOf } from "./browser.mjs";

const site = useSite();
const { open } = site;

const query = (page) => new URL(page.url()).searchParams;
const boxes = (page, facet) => page.locator(`[data-facet="${facet}"] input[type=checkbox]`);
const status = (page) => page.locator("main > [role=status]");
const opened = (page) => page.locator(".locator .leaflet-marker-pane .locator__circle").first().waitFor();
const bubble = (page) => page.locator(".locator__card");

describe("results follow the filters", () => {
  test("without a new page: results, counts, address, title, the count told politely; Back and forward too", async () => {
    const { page, loads, close } = await open("/szukaj?q=catering");
    const [before, title] = [await total(page), await page.title()];
    const box = boxes(page, "powiat").first();
    const [id, value] = [await box.getAttribute("id"), await box.getAttribute("value")];
    const promised = numberIn(await page.locator(`label[for="${id}"] .option__count`).textContent());
    await box.click();
    await page.waitForURL(/powiat=/);
    assert.deepEqual([query(page).get("q"), query(page).get("powiat")], ["catering", value]);
    assert.equal(await total(page), promised);
    assert.equal(await page.locator(".hit").count(), Math.min(promised, 20));
    assert.equal(await page.locator(".chip:not(.chip--read)").count(), 1);
    assert.notEqual(await page.title(), title);
    assert.equal((await status(page).textContent()).trim(), (await page.locator("main h1").textContent()).trim());
    assert.equal(await status(page).evaluate((element) => element.getAttribute("aria-live") ?? element.role), "status");
    // What is chosen stands on top of its list, and whoever chose it is still there.
    assert.equal(await boxes(page, "powiat").first().getAttribute("id"), id);
    assert.equal(await page.evaluate(() => document.activeElement.id), id);

    await boxes(page, "branza").first().click();
    await page.waitForURL(/branza=/);
    const both = await total(page);
    const chosen = (count) => page.waitForFunction((wanted) => document.querySelectorAll(".chip:not(.chip--read)").length === wanted, count);
    await page.goBack();
    await chosen(1);
    assert.equal(await total(page), promised);
    assert.equal(await boxes(page, "branza").first().isChecked(), false);
    await page.goBack();
    await chosen(0);
    assert.equal(await total(page), before);
    await page.goForward();
    await chosen(1);
    await page.goForward();
    await chosen(2);
    assert.equal(await total(page), both);
    assert.equal(loads.length, 1);
    await page.reload();
    assert.equal(await total(page), both);
    await close();
  });

  test("a newer choice aborts the older one, whose late answer is not shown", async () => {
    const { page, close } = await open("/szukaj");
    const asked = [];
    const aborted = [];
    page.on("requestfailed", (request) => aborted.push(request.url()));
    await page.route("**/szukaj?*", async (route) => {
      asked.push(route.request().url());
      if (asked.length === 1) await new Promise((resolve) => setTimeout(resolve, 900));
      await route.continue().catch(() => {});
    });
    const values = await boxes(page, "powiat").evaluateAll((all) => all.slice(0, 2).map(({ value }) => value));
    await boxes(page, "powiat").nth(0).click();
    await boxes(page, "powiat").nth(1).click();
    await page.waitForURL(/powiat=.*powiat=/);
    const shown = await page.locator("main h1").textContent();
    await page.waitForTimeout(1200);
    assert.equal(asked.length, 2);
    assert.equal(aborted.length, 1);
    assert.deepEqual(query(page).getAll("powiat").sort(), values.sort());
    assert.equal(await page.locator("main h1").textContent(), shown);
    await close();
  });

  test("without an answer the browser goes there itself", async () => {
    const { page, loads, close } = await open("/szukaj", { provoked: [/ERR_FAILED .*\/szukaj\?/] });
    await page.route("**/szukaj?*", (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
    await Promise.all([page.waitForURL(/powiat=/), boxes(page, "powiat").first().click()]);
    await page.waitForLoadState();
    assert.equal(loads.length, 2);
    assert.equal(await page.locator(".chip:not(.chip--read)").count(), 1);
    await close();
  });

  test("a long filter is searched, folds stay as they were, what is chosen never hides", async () => {
    const { page, close } = await open("/szukaj");
    const facet = page.locator('[data-facet="powiat"]');
    const find = facet.getByRole("searchbox");
    await find.fill("LESZCZYN");
    const visible = () => facet.locator(".option:visible .option__label").allTextContents();
    assert.deepEqual((await visible()).map((label) => label.trim()), ["leszczyński"]);
    await facet.locator(".option:visible input").check();
    await page.waitForURL(/powiat=3013/);
    assert.equal(await find.inputValue(), "LESZCZYN");
    await find.fill("konin");
    assert.ok((await visible()).some((label) => label.includes("leszczyński")), "the chosen one stays");
    await find.press("Escape");
    assert.equal(await find.inputValue(), "");
    assert.ok((await visible()).length >= 10);
    // It is no part of the search.
    assert.deepEqual([...query(page).keys()], ["powiat"]);
    await close();
  });

  test("a value that finds nothing is greyed, and stays when it is chosen", async () => {
    const { page, close } = await open("/szukaj?q=catering");
    const empty = page.locator('[data-facet="powiat"] .option--empty').first();
    assert.equal(numberIn(await empty.locator(".option__count").textContent()), 0);
    const code = await empty.locator("input").getAttribute("value");
    await page.goto(`${site.url}/szukaj?q=catering&powiat=${code}`);
    assert.equal(await total(page), 0);
    const chosen = page.locator(`[data-facet="powiat"] input[value="${code}"]`);
    // Nothing to choose from is left: the chip is the way out.
    if ((await chosen.count()) > 0) assert.equal(await chosen.isChecked(), true);
    await Promise.all([page.waitForNavigation(), page.locator(".chip:not(.chip--read)").click()]);
    assert.ok((await total(page)) > 0);
    await close();
  });

  test("the words of the last search are those of the next one, what they kept goes along", async () => {
    const { page, close } = await open("/szukaj?q=catering&blisko=Gniezno&promien=50");
    await boxes(page, "branza").first().click();
    await page.waitForURL(/branza=/);
    assert.equal(query(page).get("blisko"), "Gniezno");
    await page.getByLabel("Czego szukasz?").fill("pralnia");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.equal(query(page).get("q"), "pralnia");
    assert.equal(query(page).get("promien"), "50");
    await close();
  });
});

describe("the map of the results", () => {
  for (const javaScriptEnabled of [true, false])
    test(`list and map are two views of one search, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
      const { page, close } = await open("/szukaj?q=catering", { javaScriptEnabled });
      const found = await total(page);
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Mapa", exact: true }).click()]);
      assert.equal(query(page).get("widok"), "mapa");
      assert.equal(await total(page), found);
      assert.equal(await page.locator(".hit").count(), 0);

      const rows = await page.locator(".places tbody tr").evaluateAll((all) => all.map((row) => ({ count: Number(row.dataset.count), href: row.querySelector("td a").getAttribute("href") })));
      assert.ok(rows.length > 3);
      for (const { count, href } of rows) {
        const html = await (await fetch(site.url + href)).text();
        assert.equal(numberIn(/<h1>(.*?)<\/h1>/.exec(html)[1]), count, href);
      }
      const tile = page.locator(".county-map a").filter({ hasNotText: /^.*\D0$/ }).first();
      const promised = numberIn((await tile.getAttribute("aria-label")).split(":").pop());
      await Promise.all([page.waitForNavigation(), tile.click()]);
      assert.equal(await total(page), promised);
      assert.equal(query(page).get("widok"), "mapa", "a tile filters, and the map stays");
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Lista", exact: true }).click()]);
      assert.equal(await page.locator(".hit").count(), Math.min(promised, 20));
      await close();
    });

  test("its script and style come with the map and nowhere else; nothing comes from elsewhere", async () => {
    const { page, close } = await open("/szukaj?q=catering");
    const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
    assert.deepEqual((await fetched()).filter((name) => /locator|map-style/.test(name)), []);
    await page.goto(`${site.url}/szukaj?widok=mapa`);
    await opened(page);
    const ofMap = (await fetched()).filter((name) => /locator|map-style/.test(name));
    assert.equal(ofMap.length, 2);
    for (const name of ofMap) assert.ok((await gzipped(site.url + name)) < 60_000, name);
    await close();
  });

  test("the circles hold as many as the table; zooming in parts them", async () => {
    const { page, close } = await open("/szukaj?widok=mapa");
    await opened(page);
    const sum = () => page.locator(".locator__number").evaluateAll((all) => all.reduce((total, { textContent }) => total + Number(textContent), 0));
    const inTable = await page.locator(".places tbody tr").evaluateAll((rows) => rows.reduce((total, row) => total + Number(row.dataset.count), 0));
    assert.equal(await sum(), inTable);
    const few = await page.locator(".locator__circle").count();
    assert.ok(few < (await page.locator(".places tbody tr").count()));
    await page.getByRole("button", { name: "Powiększ mapę" }).click();
    await page.waitForFunction((count) => document.querySelectorAll(".locator__circle").length > count, few);
    assert.equal(await sum(), inTable);
    await picture(page, "map-zoomed-1280");
    await close();
  });

  test("by keyboard alone: the map, the table, a place on the map, its link, back to where one was", async () => {
    const { page, close } = await open("/szukaj?q=catering&widok=mapa");
    await opened(page);
    const active = () => page.evaluate(() => ({ name: document.activeElement.className, text: document.activeElement.textContent }));
    const order = [];
    const tabTo = async (wanted) => {
      for (let presses = 0; presses < 120; presses += 1) {
        await page.keyboard.press("Tab");
        const now = await active();
        order.push(now.name);
        if (wanted(now)) return now;
      }
      throw new Error("not reached in 120 presses of Tab");
    };
    const view = () => page.locator(".leaflet-map-pane").evaluate((pane) => pane.style.transform);
    await tabTo(({ name }) => name.includes("leaflet-container"));
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
    const before = await view();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((was) => document.querySelector(".leaflet-map-pane").style.transform !== was, before);

    // No circle is on the way: from the map to its buttons, and out of it to the table.
    order.length = 0;
    const { text } = await tabTo(({ name }) => name === "places__show");
    assert.deepEqual(order.filter((name) => name.includes("locator__circle")), []);
    assert.ok(order.length < 8, order.join(", "));
    await page.keyboard.press("Enter");
    await bubble(page).waitFor();
    assert.match((await active()).name, /locator__card/);
    const place = text.split(": ").pop();
    assert.ok((await bubble(page).textContent()).startsWith(place));
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "A");
    await page.keyboard.press("Escape");
    await bubble(page).waitFor({ state: "detached" });
    assert.equal((await active()).text, text);

    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const promised = numberIn(await page.evaluate(() => document.activeElement.textContent));
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.equal(await total(page), promised);
    await close();
  });

  test("a click on a circle tells who is there", async () => {
    const { page, close } = await open("/szukaj?q=catering&widok=mapa");
    await opened(page);
    const single = page.locator(".locator__circle").filter({ has: page.locator(".locator__name", { hasNotText: "+" }) }).first();
    const name = await single.locator(".locator__name").textContent();
    await single.click();
    assert.ok((await bubble(page).textContent()).startsWith(name));
    assert.ok((await bubble(page).getByRole("link").count()) > 1);
    await bubble(page).getByRole("button", { name: "Zamknij" }).click();
    await bubble(page).waitFor({ state: "detached" });
    await close();
  });

  test("it follows the filters, and a search that finds nobody", async () => {
    const { page, loads, close } = await open("/szukaj?widok=mapa");
    await opened(page);
    await boxes(page, "powiat").first().click();
    await page.waitForURL(/powiat=/);
    await opened(page);
    const found = await total(page);
    const sum = await page.locator(".locator__number").evaluateAll((all) => all.reduce((count, { textContent }) => count + Number(textContent), 0));
    assert.ok(sum > 0 && sum <= found);
    assert.equal(query(page).get("widok"), "mapa");
    assert.equal(loads.length, 1);
    await page.goto(`${site.url}/szukaj?widok=mapa&q=xyzzy`);
    assert.equal(await page.locator(".locator, .places").count(), 0);
    await close();
  });

  test("/mapa leads there with all that was asked, in the language it was asked in", async () => {
    const { page, close } = await open("/uk/mapa?q=catering&powiat=3003");
    assert.equal(new URL(page.url()).pathname, "/uk/szukaj");
    assert.deepEqual([query(page).get("q"), query(page).get("powiat"), query(page).get("widok")], ["catering", "3003", "mapa"]);
    await close();
  });

  test("no accident in any look: axe, 320 px, nothing moves", async () => {
    for (const address of ["/szukaj?widok=mapa", "/uk/szukaj?q=catering&widok=mapa"])
      for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: "dark" }, 360: { viewport: NARROW }, 320: { viewport: ZOOMED } })) {
        const { page, close } = await open(address, { ...options, bypassCSP: true });
        await opened(page);
        assert.deepEqual(await violations(page), [], `${address} ${name}`);
        const width = page.viewportSize().width;
        assert.ok((await widthOf(page)) <= width, `${address} ${name}`);
        await page.evaluate(() => document.querySelector(".places-fold").setAttribute("open", ""));
        await page.locator(".places__show").first().click();
        await bubble(page).waitFor();
        assert.deepEqual(await violations(page), [], `${address} ${name}, a bubble open`);
        assert.ok((await widthOf(page)) <= width, `${address} ${name}`);
        await picture(page, `map-${address.startsWith("/uk") ? "uk" : "pl"}-${name}`);
        await close();
      }
    const { page, close } = await open("/nie-ma");
    assert.ok((await shiftsOf(page, `${site.url}/szukaj?widok=mapa`, opened)) < 0.02);
    await close();
  });
});

test("a search is passed on by link and QR code, and printed without what paper cannot do", async () => {
  const { page, close } = await open("/szukaj?q=catering&powiat=3003");
  await page.locator(".share > summary").click();
  const link = page.locator(".share__address a");
  assert.match(await link.textContent(), /^http.*\/szukaj\?q=catering&powiat=3003$/);
  const code = page.locator(".share__qr");
  await code.evaluate((image) => image.decode());
  assert.ok((await code.evaluate(({ naturalWidth }) => naturalWidth)) > 0);
  assert.ok(await code.getAttribute("alt"));
  assert.equal(await page.locator(".share").getByRole("button", { name: "Drukuj" }).count(), 1);
  await page.emulateMedia({ media: "print" });
  for (const selector of [".filters", ".looks", ".hit__compare", ".share button"]) assert.equal(await page.locator(selector).first().isVisible(), false, selector);
  assert.equal(await page.locator(".hit").first().isVisible(), true);
  await picture(page, "results-printed");
  await close();
});
