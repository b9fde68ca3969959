// SPDX-License-Identifier: GPL-3.0-or-later
// The site in Debian's Chromium, over the real server and the real catalogue.
// WESPOL_SCREENSHOTS names the folder for pictures of every page type; else a temporary one.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { startServer } from "./real-server.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const CHROMIUM = process.env.WESPOL_CHROMIUM ?? "/usr/bin/chromium";
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

const PAGES = {
  home: "/",
  results: "/szukaj?q=catering",
  "results-filtered": "/szukaj?q=catering&powiat=3003&na-dzien=2019-02-01",
  "results-products": "/szukaj?q=torba",
  "results-page-2": "/szukaj?strona=2",
  "results-none": "/szukaj?q=catering&powiat=3064&branza=pranie&certyfikat=wazny",
  "results-explained": "/szukaj?q=szycie+toreb&wyjasnij=1",
  "results-nothing": "/szukaj?q=xyzzy",
  "results-map": "/szukaj?q=catering&widok=mapa",
  "results-map-all": "/szukaj?widok=mapa",
  "results-map-none": "/szukaj?q=xyzzy&widok=mapa",
  "results-problem": "/szukaj?q=catering&strona=abc&sortuj=zle",
  "results-beyond": "/szukaj?strona=40",
  "home-problem": "/?na-dzien=2026-02-30",
  entity: "/podmiot/zaz-pila",
  "entity-certified": "/podmiot/ss-wspolny-stol-poznan?na-dzien=2017-06-01",
  "entity-uncertain": "/podmiot/ss-na-winiarach-gniezno",
  guidance: "/zamowienia?na-dzien=2026-03-01&wartosc=150+000",
  protocol: "/protokol/nowy?q=catering+konin",
  "protocol-check": "/protokol/nowy?kogo=7781346889&kogo=zaz+pi%C5%82a",
  "protocol-home": "/protokol",
  "protocol-refused": "/protokol?adres=WZ-20261122-0000-0000-0000-0000",
  cpv: "/cpv",
  "cpv-words": "/cpv?q=koszenie+trawy",
  "cpv-nothing": "/cpv?q=xyzzy",
  "cpv-code": "/cpv/55520000",
  "cpv-listed": "/cpv/85311200?na-dzien=2015-06-01",
  "cpv-unknown": "/cpv/77319999-4",
  "cpv-wrong-digit": "/cpv/90910000-1",
  "cpv-no-code": "/cpv/catering",
  "results-cpv": "/szukaj?cpv=55500000",
  words: "/slowa",
  sectors: "/branze",
  sector: "/branza/gastronomia",
  "sector-empty": "/branza/kartki_zaproszenia",
  "support-centres": "/owes",
  "support-centre": "/owes/owes-konin-woes?na-dzien=2015-12-01",
  brand: "/klunkry",
  product: "/klunkry/torba-z-warta",
  quality: "/dane/jakosc",
  about: "/o-serwisie",
  privacy: "/prywatnosc",
  accessibility: "/deklaracja-dostepnosci",
  order: "/kolejnosc",
  check: "/certyfikaty",
  "check-one": "/certyfikaty?kogo=5951451489&na-dzien=2017-06-01",
  "check-uncertain": "/certyfikaty?kogo=Zak%C5%82ad+Aktywno%C5%9Bci+Zawodowej+w+S%C5%82upcy",
  "check-wrong": "/certyfikaty?kogo=7781346889&na-dzien=2026-02-30",
  "compare-nobody": "/porownaj",
  "compare-one": "/porownaj?id=zaz-pila",
  compare: "/porownaj?id=ss-na-winiarach-gniezno&id=zaz-pila&id=krs-0000328179&na-dzien=2017-06-01",
  "compare-six": "/porownaj?id=zaz-pila&id=zaz-slupca&id=ss-dobry-adres-slupca&id=ss-na-winiarach-gniezno&id=krs-0000328179&id=ss-dobra-poznan",
  "compare-problem": "/porownaj?id=nie-ma&id=zaz-pila&na-dzien=2026-02-30&dodaj=spółdzielnia",
  "not-found": "/podmiot/nie-ma-takiego",
  "en-home": "/en/",
  "en-results": "/en/szukaj?q=catering+konin",
  "en-entity": "/en/podmiot/zaz-pila",
  "en-check": "/en/certyfikaty?kogo=5951451489&na-dzien=2017-06-01",
  "en-protocol": "/en/protokol/nowy?q=catering+konin",
  "uk-home": "/uk/",
  "uk-results": "/uk/szukaj?q=%D0%BA%D0%B5%D0%B9%D1%82%D0%B5%D1%80%D0%B8%D0%BD%D0%B3+%D0%9A%D0%BE%D0%BD%D1%96%D0%BD",
  "uk-results-map": "/uk/szukaj?q=catering&widok=mapa",
  "uk-entity": "/uk/podmiot/zaz-pila",
  "uk-check": "/uk/certyfikaty?kogo=5951451489&na-dzien=2017-06-01",
  "uk-support-centres": "/uk/owes",
};

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A tab of its own; `strangers` collects what was asked of any other host. */
async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const strangers = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(server.url + "/")) strangers.push(request.url());
  });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(server.url + address);
  return { page, strangers, errors, close: () => context.close() };
}

function numberIn(text) {
  const match = /\d[\d\s\u00a0]*/.exec(text ?? "");
  return match ? Number(match[0].replace(/[\s\u00a0]/g, "")) : 0;
}

async function total(page) {
  return numberIn(await page.locator("main h1").textContent());
}

/** A combobox with scripts, a search box without. */
const searchField = (page) => page.getByLabel("Czego szukasz?");

/** Without those that tell how the words were understood. */
const filterChips = (page) => page.locator(".chip:not(.chip--read)");

const option = (page, facet, name) =>
  page.locator(`[data-facet="${facet}"] .option`).filter({ has: page.getByText(name, { exact: true }) });

async function countBeside(choice) {
  return numberIn(await choice.locator(".option__count").textContent());
}

async function choose(page, choice, withScripts) {
  await choice.scrollIntoViewIfNeeded();
  if (withScripts) {
    await Promise.all([page.waitForNavigation(), choice.locator("input").click()]);
    return;
  }
  await choice.locator("input").check();
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Pokaż wyniki" }).click()]);
}

for (const withScripts of [true, false]) {
  describe(withScripts ? "with scripts" : "without scripts", () => {
    test("someone finds a caterer near Gniezno and sees its certificates", async () => {
      const { page, strangers, errors, close } = await open("/", { javaScriptEnabled: withScripts });
      await searchField(page).fill("catering");
      await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Szukaj" }).click()]);
      assert.equal(await searchField(page).inputValue(), "catering");
      const all = await total(page);
      assert.ok(all > 2, `${all} caterers`);

      const county = option(page, "powiat", "gnieźnieński");
      const inCounty = await countBeside(county);
      await choose(page, county, withScripts);
      assert.equal(await total(page), inCounty);
      assert.equal(await filterChips(page).count(), 1);

      const sector = option(page, "branza", "sprzątanie");
      const inSector = await countBeside(sector);
      await choose(page, sector, withScripts);
      assert.equal(await total(page), inSector);
      assert.ok(new URL(page.url()).searchParams.getAll("branza").length === 1);

      const certified = page.locator(".hit").filter({ hasText: "Zakup Prospołeczny" }).first();
      const name = await certified.locator(".hit__name").textContent();
      await Promise.all([page.waitForNavigation(), certified.getByRole("link").first().click()]);
      assert.equal((await page.locator("h1").textContent()).trim(), name.trim());
      const certificates = page.locator("table tbody tr:not(.table__notes)");
      assert.ok((await certificates.count()) > 0);
      assert.match(await certificates.first().locator(".state").textContent(), /\S/);
      assert.equal(await page.locator(".legal-fact").count(), 3);

      await page.goBack();
      assert.equal(await total(page), inSector);
      const chip = filterChips(page).filter({ hasText: "Branża" });
      await Promise.all([page.waitForNavigation(), chip.click()]);
      assert.equal(await total(page), inCounty);
      assert.deepEqual(strangers, []);
      assert.deepEqual(errors, []);
      await close();
    });

    test("on a narrow screen the filters open, several are chosen, the results follow", async () => {
      const { page, close } = await open("/szukaj?q=catering", { javaScriptEnabled: withScripts, viewport: NARROW });
      assert.equal(await page.locator("#filtry").isVisible(), false);
      await page.locator(".filters-link").click();
      assert.equal(await page.locator("#filtry").isVisible(), true);
      await option(page, "powiat", "gnieźnieński").locator("input").check();
      await option(page, "branza", "gastronomia").locator("input").check();
      await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Pokaż wyniki" }).click()]);
      const asked = new URL(page.url()).searchParams;
      assert.deepEqual(asked.getAll("powiat"), ["3003"]);
      assert.deepEqual(asked.getAll("branza"), ["gastronomia"]);
      assert.equal(await page.locator("#filtry").isVisible(), false);
      assert.equal(await filterChips(page).count(), 2);
      await close();
    });

    test("a buyer's words lead to a code, the code to its suppliers, as many as the search finds", async () => {
      const { page, strangers, errors, close } = await open("/cpv", { javaScriptEnabled: withScripts });
      await page.getByLabel("Kod CPV albo słowa").fill("koszenie trawy");
      await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Znajdź kod" }).click()]);
      const row = page.locator(".cpv__found .cpv-row").filter({ hasText: "77310000" });
      const promised = numberIn(await row.locator(".cpv-row__count").textContent());
      assert.ok(promised > 2, `${promised} suppliers`);
      await Promise.all([page.waitForNavigation(), row.getByRole("link").first().click()]);
      assert.equal(new URL(page.url()).pathname, "/cpv/77310000");
      const lead = await page.locator(".cpv .lead").textContent();
      const all = numberIn(lead.replace(/^\D+/, ""));
      assert.equal(all, promised);
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Wszyscy dostawcy" }).first().click()]);
      assert.equal(await total(page), all);
      assert.match(await page.locator("main").textContent(), /Kod CPV 77310000/);
      assert.deepEqual(strangers, []);
      assert.deepEqual(errors, []);
      await close();
    });

    test("little is found: a wider search finds what its link says, and the order is explained", async () => {
      const { page, errors, close } = await open("/szukaj?q=catering+ekologiczny+xyzzy", { javaScriptEnabled: withScripts });
      assert.equal(await page.locator(".hit").count(), 0);
      const wider = page.locator(".ways-out li a").first();
      const promised = numberIn(await wider.locator(".index-list__count").textContent());
      assert.ok(promised > 0);
      await Promise.all([page.waitForNavigation(), wider.click()]);
      assert.equal(await total(page), promised);

      assert.equal(await page.locator(".hit__why").count(), 0);
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Dlaczego w tej kolejności?" }).click()]);
      assert.equal(await total(page), promised);
      assert.match(await page.locator(".hit__why").first().textContent(), /^[A-ZŁ].*\.$/);
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Ukryj wyjaśnienia" }).click()]);
      assert.equal(await page.locator(".hit__why").count(), 0);

      await page.goto(server.url + "/szukaj?q=xyzzy");
      const sector = page.locator(".ways-out li a").first();
      const inSector = numberIn(await sector.locator(".index-list__count").textContent());
      await Promise.all([page.waitForNavigation(), sector.click()]);
      assert.equal(await total(page), inSector);
      assert.deepEqual(errors, []);
      await close();
    });

    test("the order can be changed", async () => {
      const { page, close } = await open("/szukaj?q=spółdzielnia", { javaScriptEnabled: withScripts });
      const select = page.getByLabel("Kolejność");
      if (withScripts) {
        await Promise.all([page.waitForNavigation(), select.selectOption("nazwa")]);
      } else {
        await select.selectOption("nazwa");
        await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Zmień" }).click()]);
      }
      const names = await page.locator(".hit__name").allTextContents();
      const sorted = [...names].map((name) => name.trim()).sort(new Intl.Collator("pl", { ignorePunctuation: true }).compare);
      assert.equal(names[0].trim(), sorted[0]);
      await close();
    });
  });
}

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
      const { page, strangers, errors, close } = await open(address);
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
      assert.deepEqual(strangers, []);
      assert.deepEqual(errors, []);
      await close();
    }
  });

  test("an organisation leads to its page, by mouse too; a place completes the words", async () => {
    const { page, close } = await open("/");
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
    const { page, errors, close } = await open("/");
    await page.route("**/api/v1/suggest?*", (route) => route.abort());
    const failed = page.waitForEvent("requestfailed");
    await searchField(page).fill("pier");
    await failed;
    assert.equal(await options(page).count(), 0);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.equal(new URL(page.url()).search, "?q=pier");
    assert.deepEqual(errors, []);
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
        if (process.env.WESPOL_SCREENSHOTS) {
          const name = `suggestions-${address === "/" ? "home" : "results"}-${viewport.width}-${colorScheme}.png`;
          await page.screenshot({ path: path.join(process.env.WESPOL_SCREENSHOTS, name) });
        }
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join("; ")}`), []);
        await close();
      }
    }
  });
});

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
    const html = await (await fetch(server.url + address)).text();
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
    const answer = await fetch(server.url + href);
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

test("by keyboard alone: skip link, search, a filter, and focus stays where one works", async () => {
  const { page, close } = await open("/szukaj");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip-link");

  const focused = () => page.evaluate(() => ({ id: document.activeElement.id, type: document.activeElement.type }));
  const tabTo = async (wanted) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      const now = await focused();
      if (wanted(now)) return now;
    }
    throw new Error("not reached in 60 presses of Tab");
  };
  await tabTo(({ id }) => id === "q");
  await page.keyboard.type("catering");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.equal(new URL(page.url()).search, "?q=catering");

  const { id } = await tabTo(({ type }) => type === "checkbox");
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(ring, "none");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Space")]);
  assert.equal(await filterChips(page).count(), 1);
  await page.waitForFunction((expected) => document.activeElement.id === expected, id);
  await close();
});

/** A picture where pictures are asked for. */
async function picture(page, name) {
  const folder = process.env.WESPOL_SCREENSHOTS;
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

describe("a list of suppliers", () => {
  const entities = readFileSync(path.join(import.meta.dirname, "../../data/sources/entities.jsonl"), "utf8")
    .trim().split("\n").map((line) => JSON.parse(line)).filter(({ nip }) => nip);
  // As people keep them: with dashes, with PL, with spaces, bare.
  const writings = [
    (nip) => nip.replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, "$1-$2-$3-$4"),
    (nip) => `PL${nip}`,
    (nip) => nip.replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, "NIP: $1 $2 $3 $4"),
    (nip) => nip,
  ];
  const twenty = entities.slice(0, 20);
  const pasted = twenty.map(({ nip }, i) => writings[i % 4](nip)).join("\n");

  for (const javaScriptEnabled of [true, false]) {
    test(`20 pasted NIPs checked, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
      const { page, strangers, close } = await open("/certyfikaty", { javaScriptEnabled });
      await page.getByLabel("Lista", { exact: true }).fill(pasted);
      await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Sprawdź listę" }).click()]);
      assert.equal(await page.locator("#tabela").textContent(), "Sprawdzonych 20 wierszy");
      assert.match(await page.locator("#wynik").textContent(), /Niczego z listy nie zapisujemy/);
      const rows = await page.locator("#wynik tbody tr").evaluateAll((all) =>
        all.map((row) => ({ line: row.cells[0].textContent, understood: row.cells[1].textContent, cells: row.cells.length })));
      const lines = new Map(rows.map((row) => [Number(row.line), row]));
      assert.deepEqual([...lines.keys()], twenty.map((_, i) => i + 1));
      twenty.forEach(({ nip }, i) => {
        const row = lines.get(i + 1);
        assert.equal(row.understood.replace(/\D/g, ""), nip);
        assert.equal(row.cells, 8);
      });
      // The list is still there, to be put right and checked again.
      assert.equal(await page.getByLabel("Lista", { exact: true }).inputValue(), pasted);
      assert.deepEqual(strangers, []);
      await close();
    });
  }

  test("the same list as a file, and the answer as a file", async () => {
    const { page, close } = await open("/certyfikaty");
    await page.getByLabel("Plik zamiast listy").setInputFiles({ name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from(`Nazwa;NIP\n${twenty.map(({ name, nip }) => `"${name.replaceAll('"', '""')}";${nip}`).join("\n")}`) });
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Pobierz wynik jako CSV" }).click()]);
    assert.match(download.suggestedFilename(), /^sprawdzenie-\d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await download.path(), "utf8");
    for (const { nip } of twenty) assert.ok(text.includes(nip), nip);
    await close();
  });

  test("the table of a list: axe finds nothing, nothing scrolls the page at 320 px", async () => {
    const { page, close } = await open("/certyfikaty", { viewport: { width: 320, height: 640 }, bypassCSP: true });
    await page.getByLabel("Lista", { exact: true }).fill(`${pasted}\nNieistniejąca nazwa\n7781346889\nZAZ Piła`);
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Sprawdź listę" }).click()]);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    await picture(page, "check-many-320");
    await page.setViewportSize(WIDE);
    await picture(page, "check-many");
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join("; ")}`), []);
    await close();
  });
});

for (const javaScriptEnabled of [true, false])
  test(`a market check is in the file after five actions, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const { page, close } = await open("/", { javaScriptEnabled });
    await searchField(page).fill("catering konin"); // 1
    await page.keyboard.press("Enter"); // 2
    await page.waitForURL(/\/szukaj/);
    const found = await total(page);
    await page.getByRole("link", { name: "Sporządź protokół" }).click(); // 3
    await page.waitForURL(/\/protokol\/WZ-/);
    assert.match(await page.locator("#wyniki").textContent(), new RegExp(`Wyniki: ${found}$`));
    assert.equal(await page.locator(".protocol__result").count(), found);
    assert.equal(await page.getByRole("button", { name: "Drukuj" }).count(), javaScriptEnabled ? 1 : 0);

    const pdf = await page.getByRole("link", { name: "Pobierz PDF" }).getAttribute("href"); // 4
    const json = await page.getByRole("link", { name: "Pobierz plik JSON" }).getAttribute("href"); // 5
    const paper = await fetch(server.url + pdf);
    assert.equal(paper.headers.get("content-type"), "application/pdf");
    const file = Buffer.from(await (await fetch(server.url + json)).arrayBuffer());

    await page.goto(`${server.url}/protokol`);
    await page.getByLabel("Plik JSON").setInputFiles({ name: "p.json", mimeType: "application/json", buffer: file });
    await page.getByRole("button", { name: "Sprawdź plik" }).click();
    await page.getByRole("heading", { name: "Protokół jest od nas i nikt go nie zmienił" }).waitFor();
    await close();
  });

for (const javaScriptEnabled of [true, false])
  test(`three caterers chosen, compared and in a protocol, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const { page, strangers, errors, close } = await open("/szukaj?q=catering", { javaScriptEnabled, viewport: NARROW });
    const hits = page.locator(".hit");
    const names = [];
    for (const place of [0, 2, 1]) {
      const hit = hits.nth(place);
      names[place] = (await hit.locator(".hit__name").textContent()).trim();
      await hit.getByRole("checkbox").check();
    }
    if (javaScriptEnabled) assert.equal(await page.locator(".compare-bar [role=status]").textContent(), "Zaznaczono: 3. ");
    // The button has come up to where one is.
    assert.ok((await page.locator(".compare-bar").boundingBox()).y < NARROW.height);
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Porównaj zaznaczone" }).click()]);
    assert.equal(new URL(page.url()).searchParams.getAll("id").length, 3);
    const compared = () => page.locator(".compare__name").allTextContents();
    assert.deepEqual(await compared(), names);
    const titles = await page.locator(".compare__title").allTextContents();
    assert.equal(titles.filter((title) => /art\. 94|Status przedsiębiorstwa|Znak Zakup/.test(title)).length, 3);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= NARROW.width);

    await Promise.all([page.waitForNavigation(), page.locator(".compare__remove").nth(1).click()]);
    assert.deepEqual(await compared(), [names[0], names[2]]);
    await page.getByLabel("NIP, KRS, REGON albo nazwa").fill(names[1]);
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Dodaj do porównania" }).click()]);
    assert.deepEqual(await compared(), [names[0], names[2], names[1]]);

    await Promise.all([page.waitForURL(/\/protokol\/WZ-/), page.getByRole("link", { name: "Sporządź protokół" }).click()]);
    assert.match(await page.locator("section", { has: page.locator("#pytanie") }).textContent(), new RegExp(`Porównanie\\s*${[names[0], names[2], names[1]].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(", ")}`));
    assert.equal(await page.locator(".protocol__result").count(), 3);
    const json = await page.getByRole("link", { name: "Pobierz plik JSON" }).getAttribute("href");
    const verdict = await fetch(`${server.url}/api/v1/protocols/verify`, { method: "POST", headers: { "Content-Type": "application/json" }, body: await (await fetch(server.url + json)).text() });
    assert.equal((await verdict.json()).valid, true);
    assert.deepEqual(strangers, []);
    assert.deepEqual(errors, []);
    await close();
  });

for (const javaScriptEnabled of [true, false])
  test(`a newcomer finds a caterer near Konin in Ukrainian, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const { page, strangers, errors, close } = await open("/", { javaScriptEnabled, viewport: NARROW });
    await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Українська" }).click()]);
    assert.equal(new URL(page.url()).pathname, "/uk/");
    assert.equal(await page.locator("html").getAttribute("lang"), "uk");
    await page.getByLabel("Що ви шукаєте?").fill("кейтеринг Конін");
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Шукати" }).click()]);
    assert.equal(new URL(page.url()).pathname, "/uk/szukaj");
    assert.ok((await total(page)) > 0);
    assert.match(await page.locator("main h1").textContent(), /організаці/);
    assert.match(await page.locator(".understood").textContent(), /кейтеринг[^]*Konin/);

    const hit = page.locator(".hit").first();
    const name = await hit.locator(".hit__name").textContent();
    assert.equal(await hit.locator(".hit__name a").getAttribute("lang"), "pl");
    await Promise.all([page.waitForNavigation(), hit.getByRole("link").first().click()]);
    assert.match(new URL(page.url()).pathname, /^\/uk\/podmiot\//);
    assert.equal((await page.locator("h1").textContent()).trim(), name.trim());
    assert.equal(await page.locator("h1").getAttribute("lang"), "pl");
    await page.getByRole("heading", { name: "Контакт" }).waitFor();
    assert.equal(await page.locator(".legal-fact").count(), 3);

    // The same organisation in English, and back by name.
    const id = new URL(page.url()).pathname.replace("/uk/", "/");
    await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "English" }).click()]);
    assert.equal(new URL(page.url()).pathname, `/en${id}`);
    await page.getByRole("heading", { name: "Contact" }).waitFor();
    await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Polski", exact: true }).click()]);
    assert.equal(new URL(page.url()).pathname, id);
    assert.deepEqual(strangers, []);
    assert.deepEqual(errors, []);
    await close();
  });

for (const javaScriptEnabled of [true, false])
  test(`an entity's page: its certificate over time, the way there, what machines read, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const refused = [];
    const { page, strangers, errors, close } = await open("/podmiot/zaz-pila", { javaScriptEnabled, viewport: NARROW });
    page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
    await page.goto(`${server.url}/podmiot/ss-wspolny-stol-poznan?na-dzien=2017-06-01`);

    const picture = page.getByRole("img", { name: /^Oś czasu\. Certyfikaty: 15\.12\.2016 – 15\.12\.2017\. Zaznaczony dzień: 1\.06\.2017\./ });
    const whole = await picture.boundingBox();
    const bar = await picture.locator(".timeline__certain").boundingBox();
    const day = await picture.locator(".timeline__day").boundingBox();
    assert.ok(whole.x >= 0 && whole.x + whole.width <= NARROW.width);
    // Of the two years 2016 and 2017: from the middle of December to the middle of December.
    assert.ok(Math.abs((bar.x - whole.x) / whole.width - 349 / 731) < 0.01);
    assert.ok(Math.abs(bar.width / whole.width - 366 / 731) < 0.01);
    assert.ok(bar.x < day.x && day.x < bar.x + bar.width, "the day lies within the certificate");
    assert.match(await page.locator("#certyfikaty ~ table tbody tr .state").first().textContent(), /ważny/);

    const way = page.getByRole("link", { name: "Wyznacz trasę w OpenStreetMap" });
    assert.equal(new URL(await way.getAttribute("href")).searchParams.get("to"), "Rynek Śródecki 6, Poznań");
    const read = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
    const [organisation] = read["@graph"];
    assert.equal(organisation.name, (await page.locator("h1").textContent()).trim());
    assert.deepEqual(organisation.hasCertification.map(({ validFrom, expires }) => [validFrom, expires]), [["2016-12-15", "2017-12-15"]]);
    const address = await page.locator('link[rel="canonical"]').getAttribute("href");
    assert.equal(new URL(address).pathname + new URL(address).search, "/podmiot/ss-wspolny-stol-poznan");
    assert.equal(await page.locator('meta[property="og:url"]').getAttribute("content"), address);

    await page.getByRole("link", { name: "Coś się nie zgadza? Zgłoś błąd" }).click();
    assert.equal(new URL(page.url()).hash, "#zglos");
    assert.ok(await page.getByRole("heading", { name: "Zgłoś błąd" }).isVisible());

    // Without a date there is hatching, or no picture at all.
    await page.goto(`${server.url}/podmiot/ss-na-winiarach-gniezno`);
    assert.equal(await page.locator(".timeline__picture .timeline__uncertain").count(), 1);
    assert.equal(await page.locator(".timeline__picture .timeline__certain").count(), 0);
    await page.goto(`${server.url}/podmiot/zaz-pila`);
    assert.equal(await page.locator(".timeline__picture").count(), 0);
    // The policy refuses what is run, and these are words: nothing was refused.
    assert.deepEqual(refused, []);
    assert.deepEqual(strangers, []);
    assert.deepEqual(errors, []);
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

test("no more are chosen than fit side by side, and back finds them chosen", async () => {
  const { page, close } = await open("/szukaj");
  const boxes = page.locator(".hit__compare input");
  for (let place = 0; place < 6; place += 1) await boxes.nth(place).check();
  assert.equal(await boxes.nth(6).isDisabled(), true);
  assert.match(await page.locator(".compare-bar [role=status]").textContent(), /^Zaznaczono: 6\. Więcej/);
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Porównaj zaznaczone" }).click()]);
  assert.equal(await page.locator(".compare__name").count(), 6);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll(".hit__compare input:checked").length === 6);
  assert.equal(await boxes.nth(6).isDisabled(), true);
  await boxes.nth(2).uncheck();
  assert.equal(await boxes.nth(6).isDisabled(), false);
  await close();
});

test("nothing scrolls sideways at 320 px, and nothing asks another host", async () => {
  for (const [name, address] of Object.entries(PAGES)) {
    const { page, strangers, errors, close } = await open(address, { viewport: { width: 320, height: 640 } });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${name} is ${width} px wide`);
    assert.deepEqual(strangers, [], name);
    assert.deepEqual(errors, [], name);
    assert.deepEqual(await page.context().cookies(), [], name);
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
        await page.goto(server.url + address);
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join("; ")}`);
        assert.deepEqual(found, [], name);
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
    const { page, errors, close } = await open(address);
    const used = await page.locator("main use").evaluateAll((all) => all.map((use) => use.getAttribute("href")));
    const [sprite] = new Set(used.filter((href) => href.startsWith("/assets/")).map((href) => href.split("#")[0]));
    const symbols = new Set([...(await (await fetch(server.url + sprite)).text()).matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id));
    for (const href of used.filter((each) => each.startsWith("/assets/"))) assert.ok(symbols.has(href.split("#")[1]), `${address} ${href}`);
    for (const id of wanted) assert.ok(symbols.has(id), id);
    // Our Content-Security-Policy lets the picture be drawn: it has a size.
    const box = await page.locator(`main svg:has(use[href^="/assets/"])`).first().evaluate((svg) => svg.querySelector("use").getBBox().width);
    assert.ok(box > 0, `${address}: nothing is drawn`);
    assert.deepEqual(errors, []);
    await close();
  }
});

test("the first page is small", async () => {
  const gzipped = async (address) => gzipSync(Buffer.from(await (await fetch(server.url + address)).arrayBuffer())).length;
  const { page, close } = await open("/");
  const style = await page.locator('link[rel="stylesheet"]').getAttribute("href");
  const script = await page.locator("script[src]").getAttribute("src");
  assert.ok((await gzipped("/")) <= 30_000);
  assert.ok((await gzipped("/szukaj")) <= 30_000);
  // Every word of the vocabulary in three languages, to be searched with the browser's own search.
  assert.ok((await gzipped("/slowa")) <= 100_000);
  assert.ok((await gzipped(style)) <= 25_000);
  assert.ok((await gzipped(script)) <= 30_000);
  await close();
});

test("nothing moves while the page loads", async () => {
  for (const address of ["/", "/szukaj?q=catering", "/podmiot/zaz-pila", "/uk/", "/uk/podmiot/zaz-pila", "/en/"]) {
    const { page, close } = await open("/nie-ma");
    await page.addInitScript(() => {
      globalThis.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.shifts += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(server.url + address);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(200);
    const shifts = await page.evaluate(() => globalThis.shifts);
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
      await page.goto(server.url + address);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
    }
    await close();
  }
  context.diagnostic(`pictures in ${folder}`);
});
